import type { ExecArgs } from "@medusajs/framework/types"

export default async function seed(_: ExecArgs) {}
