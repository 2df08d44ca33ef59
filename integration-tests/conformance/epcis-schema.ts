import { readdirSync } from "node:fs"
import Ajv, { type ValidateFunction } from "ajv"
import addFormats from "ajv-formats"
import { validateEpcis } from "../../plugins/village-market/src/modules/traceability/epcis/validate"
import type { Json } from "../../plugins/village-market/src/modules/traceability/log/jcs"
import { reference, referencePath } from "../harness/reference"
import { mutations } from "./mutations"

/** GS1's JSON schema of EPCIS 2.0, read by ajv: the judge of our own validator. */
export function gs1Schema(): ValidateFunction {
  const ajv = new Ajv({ strict: false })
  addFormats(ajv)
  return ajv.compile(JSON.parse(reference("epcis", "EPCIS-JSON-Schema.json")))
}

export const gs1Examples = (): [name: string, document: Json][] =>
  readdirSync(referencePath("epcis", "gs1-examples"))
    .filter((name) => name.endsWith(".jsonld"))
    .sort()
    .map((name) => [name, JSON.parse(reference("epcis", "gs1-examples", name))])

export const vietnameseSample = (): Json => JSON.parse(reference("epcis", "vn-sample.json"))

/** Judges every `stride`th single edit of each document by the schema and by us. */
export function compareMutations(documents: [string, Json][], stride: number) {
  const judge = gs1Schema()
  const differences: string[] = []
  let tried = 0
  let refused = 0
  for (const [name, document] of documents) {
    let nth = 0
    for (const { what, make } of mutations(document)) {
      if (nth++ % stride !== 0) continue
      const mutant = make()
      if (mutant === undefined) continue
      tried++
      const findings = validateEpcis(mutant)
      const valid = judge(mutant)
      if (!valid) refused++
      if (valid !== (findings.length === 0)) {
        differences.push(`${name} ${what}: ${JSON.stringify(valid ? findings[0] : judge.errors?.[0])}`)
      }
    }
  }
  return { tried, refused, differences: differences.slice(0, 10) }
}
