import { parseReferenceData } from "./parse-reference-data"
import { problemReport } from "./problem"
import { readFolder } from "./read-folder"

export type { ReferenceData } from "./tables"

/** The checked reference data of a folder, or the report of what is wrong with it. */
export async function readReferenceData(dir: string) {
  const parsed = parseReferenceData(await readFolder(dir))
  return parsed.ok ? parsed : { ok: false as const, report: problemReport(parsed.problems) }
}
