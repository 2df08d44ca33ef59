import { PRODUCER_STATUSES } from "../registry/producer-status"
import { publicationStatus } from "./publication"

describe("publicationStatus", () => {
  it("publishes what an approved producer shows", () => {
    expect(publicationStatus("approved", false)).toBe("published")
  })

  it("never publishes what is hidden", () => {
    for (const status of PRODUCER_STATUSES) expect(publicationStatus(status, true)).toBe("draft")
  })

  it.each(PRODUCER_STATUSES.filter((status) => status !== "approved"))(
    "keeps products of a %s producer back",
    (status) => {
      expect(publicationStatus(status, false)).toBe("draft")
    },
  )
})
