import { claimOcop, type Ocop } from "./ocop-claim"

const none: Ocop = { ocop_stars: null, ocop_decided_on: null, ocop_status: "none" }
const verified: Ocop = { ocop_stars: 3, ocop_decided_on: "2025-12-01", ocop_status: "verified" }

describe("claimOcop", () => {
  it("shows a new claim as unverified", () => {
    expect(claimOcop(none, { ocop_stars: 4, ocop_decided_on: "2026-01-05" }).ocop_status).toBe("unverified")
  })

  it("keeps what was verified while the claim stays the same", () => {
    expect(claimOcop(verified, { ocop_stars: 3, ocop_decided_on: "2025-12-01" })).toEqual(verified)
  })

  it.each([
    { ocop_stars: 4, ocop_decided_on: "2025-12-01" },
    { ocop_stars: 3, ocop_decided_on: "2026-12-01" },
  ])("asks again when stars or date change", (claim) => {
    expect(claimOcop(verified, claim)).toEqual({ ...claim, ocop_status: "unverified" })
  })

  it("never turns demo stars into a producer's own claim without saying so", () => {
    const demo: Ocop = { ocop_stars: 3, ocop_decided_on: null, ocop_status: "demo" }
    expect(claimOcop(demo, { ocop_stars: 5, ocop_decided_on: null }).ocop_status).toBe("unverified")
  })

  it("drops date and status with the stars", () => {
    expect(claimOcop(verified, { ocop_stars: null, ocop_decided_on: null })).toEqual(none)
  })
})
