import { validateEpcis } from "../../plugins/village-market/src/modules/traceability/epcis/validate"
import { describeWithReference } from "../harness/reference"
import { compareMutations, gs1Examples, gs1Schema, vietnameseSample } from "./epcis-schema"

describeWithReference("our validator of EPCIS 2.0 against GS1's schema", () => {
  it("accepts the 47 examples of GS1, as the schema does", () => {
    const judge = gs1Schema()
    const examples = gs1Examples()
    expect(examples).toHaveLength(47)
    expect(examples.filter(([, document]) => !judge(document)).map(([name]) => name)).toEqual([])
    expect(
      examples.flatMap(([name, document]) => validateEpcis(document).map((found) => ({ name, ...found }))),
    ).toEqual([])
  })

  it("accepts the Vietnamese chain from sowing to sale", () => {
    expect(validateEpcis(vietnameseSample())).toEqual([])
  })

  // All of them: epcis-validation.long.ts.
  it("agrees about every 53rd single edit of them", () => {
    const { tried, refused, differences } = compareMutations(
      [...gs1Examples(), ["the Vietnamese chain", vietnameseSample()]],
      53,
    )
    expect(differences).toEqual([])
    expect(tried).toBeGreaterThan(3_500)
    expect(refused / tried).toBeGreaterThan(0.2)
  })
})
