import { describeWithReference } from "../harness/reference"
import { compareMutations, gs1Examples, vietnameseSample } from "./epcis-schema"

describeWithReference("our validator of EPCIS 2.0 against GS1's schema, at length", () => {
  it("agrees about every single edit of the 47 examples and of the Vietnamese chain", () => {
    const { tried, refused, differences } = compareMutations(
      [...gs1Examples(), ["the Vietnamese chain", vietnameseSample()]],
      1,
    )
    console.log(`${tried} documents, of which ${refused} are refused`)
    expect(differences).toEqual([])
  }, 1_800_000)
})
