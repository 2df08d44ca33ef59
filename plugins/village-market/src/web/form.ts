import type { z } from "@medusajs/framework/zod"
import type { FieldErrors } from "./fields"

export type FormOutcome<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors }

/**
 * Checks what a form sent. Schemas carry their messages as keys of the page's dictionary, so that one schema serves
 * both languages; the first complaint of each field is kept.
 */
export function readForm<S extends z.ZodType>(
  schema: S,
  body: unknown,
  say: (key: string) => string,
): FormOutcome<z.infer<S>> {
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, value: result.data }
  const errors: FieldErrors = {}
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? "form")
    errors[field] ??= say(issue.message)
  }
  return { ok: false, errors }
}
