import { readFileSync } from "node:fs"
import { join } from "node:path"

const folder = process.env.REFERENCE_DIR

/** `describe` when the reference files are at hand; otherwise the specs count as skipped. */
export const describeWithReference = folder ? describe : describe.skip

/** The path of a reference file; only to be called inside a test. */
export function referencePath(...names: string[]): string {
  if (!folder) throw new Error("REFERENCE_DIR is not set: use describeWithReference.")
  return join(folder, ...names)
}

export const reference = (...names: string[]): string => readFileSync(referencePath(...names), "utf8")
