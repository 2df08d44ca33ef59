import Ajv from "ajv"
import addFormats from "ajv-formats"
import { describeWithReference, reference } from "../harness/reference"
import { day, newLot, page, twoMakers } from "../http/helpers/lots"

describeWithReference("the export of a lot against GS1's EPCIS 2.0 schema", () => {
  it("is a valid document, for a lot with every field and for one with the fewest", async () => {
    const ajv = new Ajv({ strict: false, allErrors: true })
    addFormats(ajv)
    const validate = ajv.compile(JSON.parse(reference("epcis", "EPCIS-JSON-Schema.json")))
    const [maker] = await twoMakers()
    for (const more of [
      { expires_on: day(-30), steps: [{ step: "packing", happened_at: day(2), note: "Hộp giấy, “mười” cái" }] },
      { steps: [{ step: "materials", happened_at: day(3) }] },
    ]) {
      const { id } = await newLot(maker, more)
      const { text } = await page(maker)("get", `/producer/lots/${id}/profile/epcis.json`).expect(200)
      const document = JSON.parse(text)
      expect(document.epcisBody.eventList).toHaveLength(2)
      expect(validate(document) || validate.errors).toBe(true)
      // The schema is not so lax as to take anything.
      document.epcisBody.eventList[0].eventTimeZoneOffset = "Z"
      expect(validate(document)).toBe(false)
    }
  })
})
