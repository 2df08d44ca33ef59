import { z } from "@medusajs/framework/zod"

const Thrown = z.looseObject({ message: z.string().min(1) })

/** What an error says. What comes out of the workflow engine is a plain object that no `instanceof` knows. */
export function errorText(error: unknown): string {
  const thrown = Thrown.safeParse(error)
  return thrown.success ? thrown.data.message : String(error)
}
