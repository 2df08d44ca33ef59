import { channelTo, EMAIL_TRIES, MOST_TRIES, mayLift, RECALL_ACTORS, waitBefore } from "./recall-rules"

describe("lifting a recall", () => {
  it.each([
    ["producer", "producer", true],
    ["producer", "official", true],
    ["producer", "operator", true],
    ["official", "producer", false],
    ["official", "official", true],
    ["official", "operator", true],
    ["operator", "producer", false],
    ["operator", "official", false],
    ["operator", "operator", true],
  ] as const)("of a recall by %s, the %s: %s", (starter, actor, may) => {
    expect(mayLift({ kind: starter, id: "a" }, { kind: actor, id: "a" })).toBe(may)
  })

  it("is not for another household, not even one whose lots were made of it", () => {
    expect(mayLift({ kind: "producer", id: "a" }, { kind: "producer", id: "b" })).toBe(false)
  })

  it("ranks every kind of actor", () => {
    expect(RECALL_ACTORS).toEqual(["producer", "official", "operator"])
  })
})

describe("the way to a buyer", () => {
  const both = { bought_at: "web", email: "a@example.vn", phone: "+84912345678" } as const

  it("is the e-mail, then the phone when the e-mail takes nothing", () => {
    expect(channelTo(both, true)).toBe("email")
    expect(channelTo(both, true, EMAIL_TRIES)).toBe("sms")
    expect(channelTo(both, false)).toBe("sms")
    expect(channelTo({ ...both, phone: null }, true, EMAIL_TRIES)).toBe("email")
  })

  it("is none for a passer-by and for who left nothing", () => {
    expect(channelTo({ ...both, bought_at: "stall" }, true)).toBeUndefined()
    expect(channelTo({ ...both, email: null, phone: null }, true)).toBeUndefined()
    expect(channelTo({ ...both, bought_at: "phone", email: null }, true)).toBe("sms")
  })

  it("is given up within two hours, so that somebody calls the same day", () => {
    const seconds = Array.from({ length: MOST_TRIES - 1 }, (_, tries) => waitBefore(tries)).reduce((a, b) => a + b, 0)
    expect(seconds).toBeGreaterThan(1800)
    expect(seconds).toBeLessThan(2 * 3600)
  })
})
