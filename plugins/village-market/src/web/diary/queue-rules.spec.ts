type Entry = {
  key: string
  household: string
  state: "waiting" | "sending" | "sent" | "refused"
  fields: Record<string, string>
  hasPhoto: boolean
  attempts: number
  next: number
  code: string | null
  answer: { id: string; photo: boolean } | null
}
type Reply = { status: number; body?: object } | undefined
type Rules = {
  newEntry: (given: object) => Entry
  nextDue: (entries: Entry[], household: string, now: number) => Entry | undefined
  claimed: (entry: Entry, now: number) => Entry
  partToSend: (entry: Entry) => "step" | "step+photo" | "photo"
  replied: (entry: Entry, reply: Reply, now: number) => Entry
  takingBack: (entry: Entry) => "drop" | "correct" | "wait"
  withServerClock: (entry: Entry, phoneNow: number) => Entry
  untilDue: (entries: Entry[], household: string, now: number) => number | undefined
  isOver: (entry: Entry, now: number) => boolean
  happenedAt: (day: string, now: number) => string
}
// The module runs in browsers and has no types of its own.
const rules: Rules = jest.requireActual("../../../assets/diary-rules.js")
const { newEntry, nextDue, claimed, partToSend, replied, takingBack, withServerClock, untilDue, isOver, happenedAt } =
  rules

const T0 = Date.parse("2026-11-24T08:00:00+07:00")
const entry = (more: object = {}) =>
  newEntry({
    ...{ key: "k1", household: "prod_1", lot: "lot_1", title: "Bình", word: "Nung", now: T0, hasPhoto: false },
    fields: { step: "firing", happened_at: new Date(T0).toISOString() },
    ...more,
  })
const stored = (photo = false): Reply => ({ status: 201, body: { entry: { id: "eev_1", photo } } })
const sentOnce = (one: Entry, reply: Reply, now = T0) => replied(claimed(one, now), reply, now)

describe("the diary's queue", () => {
  it("sends what was written first, and only what this household wrote", () => {
    const second = entry({ key: "k2", now: T0 + 1 })
    const foreign = entry({ key: "k0", household: "prod_2", now: T0 - 1 })
    expect(nextDue([second, entry(), foreign], "prod_1", T0)?.key).toBe("k1")
    expect(nextDue([foreign], "prod_1", T0)).toBeUndefined()
  })

  it("lets nobody else take what is being sent, until the page that took it must be gone", () => {
    const taken = claimed(entry(), T0)
    expect(nextDue([taken], "prod_1", T0 + 60_000)).toBeUndefined()
    expect(nextDue([taken], "prod_1", T0 + 120_000)?.key).toBe("k1")
  })

  it("keeps its key and waits longer after every lost reply, ten minutes at most", () => {
    let one = entry()
    const waits = Array.from({ length: 20 }, () => {
      one = sentOnce(one, undefined)
      return one.next - T0
    })
    expect(one).toMatchObject({ key: "k1", state: "waiting" })
    expect(waits.every((wait, n) => n === 0 || wait >= (waits[n - 1] ?? 0))).toBe(true)
    expect(Math.max(...waits)).toBe(600_000)
  })

  it.each([
    [undefined],
    [{ status: 503, body: {} }],
    [{ status: 500, body: {} }],
    [{ status: 429, body: {} }],
    [{ status: 200 }],
  ])("waits after a reply that proves nothing: %j", (reply) => expect(sentOnce(entry(), reply).state).toBe("waiting"))

  it("is done when the market has it, and refused with a reason when it does not want it", () => {
    expect(sentOnce(entry(), stored())).toMatchObject({ state: "sent", answer: { id: "eev_1" } })
    const reply = { status: 400, body: { code: "field", message: "Ghi chú dài quá." } }
    expect(sentOnce(entry(), reply)).toMatchObject({ state: "refused", code: "field", reason: "Ghi chú dài quá." })
  })

  it("is kept when the login has run out or is another's, and does not hurry then", () => {
    for (const reply of [
      { status: 401, body: {} },
      { status: 409, body: { code: "household" } },
    ]) {
      const kept = sentOnce(entry(), reply)
      expect(kept.state).toBe("waiting")
      expect(untilDue([kept], "prod_1", T0)).toBeUndefined()
    }
  })

  it("holds a photo back after two lost tries, and sends it after its step", () => {
    let one = claimed(entry({ hasPhoto: true }), T0)
    expect(partToSend(one)).toBe("step+photo")
    one = claimed(replied(one, undefined, T0), T0)
    expect(partToSend(one)).toBe("step+photo")
    one = claimed(replied(one, undefined, T0), T0)
    expect(partToSend(one)).toBe("step")
    one = replied(one, stored(), T0)
    expect(one.state).toBe("waiting")
    expect(partToSend(claimed(one, T0))).toBe("photo")
    expect(sentOnce(one, stored(true)).state).toBe("sent")
  })

  it("sends no photo again that came with a try whose reply was lost", () => {
    const lost = sentOnce(entry({ hasPhoto: true }), undefined)
    expect(sentOnce(lost, stored(true)).state).toBe("sent")
  })

  it("forgets only what cannot have arrived", () => {
    expect(takingBack(entry())).toBe("drop")
    expect(takingBack(sentOnce(entry(), undefined))).toBe("wait")
    expect(takingBack(sentOnce(entry(), { status: 400, body: {} }))).toBe("drop")
    expect(takingBack(sentOnce(entry(), stored()))).toBe("correct")
  })

  it("moves a time of a fast clock to the market's: as long ago as it was", () => {
    const body = { code: "clock", message: "…", now: "2026-11-24T01:30:00.000Z" }
    const refused = sentOnce(entry(), { status: 400, body })
    const mended = withServerClock(refused, T0 + 20 * 60_000)
    expect(mended).toMatchObject({ state: "waiting", key: "k1", fields: { happened_at: "2026-11-24T01:10:00.000Z" } })
  })

  it("says nothing is due when nothing waits, and lets go of what was sent a day ago", () => {
    const sent = sentOnce(entry(), stored())
    expect(untilDue([sent], "prod_1", T0)).toBeUndefined()
    expect(untilDue([entry()], "prod_1", T0)).toBe(0)
    expect([isOver(sent, T0), isOver(sent, T0 + 90_000_000), isOver(entry(), T0 + 90_000_000)]).toEqual([
      false,
      true,
      false,
    ])
  })

  it("takes today as now on Vietnam's calendar, also just after its midnight", () => {
    const midnight = Date.parse("2026-11-24T00:30:00+07:00")
    expect(happenedAt("2026-11-24", midnight)).toBe("2026-11-23T17:30:00.000Z")
    expect(happenedAt("2026-11-23", midnight)).toBe("2026-11-23")
    expect(happenedAt("", midnight)).toBe("2026-11-23T17:30:00.000Z")
  })
})

describe("any order of lost and late replies", () => {
  /** A market that answers a key always the same, as ours does. */
  const market = () => {
    const known = new Map<string, { id: string; photo: boolean }>()
    return (part: string, key: string) => {
      const before = known.get(key)
      const now = {
        id: before?.id ?? `eev_${known.size}`,
        photo: Boolean(before?.photo) || (!before && part === "step+photo"),
      }
      if (part === "photo") now.photo = true
      known.set(key, now)
      return { now, count: known.size }
    }
  }

  it("ends with every entry stored once and its photo with it", () => {
    for (let seed = 1; seed <= 300; seed++) {
      let state = seed
      // A small generator of our own: the same 300 courses at every run.
      const chance = () => {
        state = (state * 48271) % 2147483647
        return state / 2147483647
      }
      const ask = market()
      let one = entry({ hasPhoto: seed % 2 === 0 })
      let clock = T0
      for (let n = 0; n < 200 && one.state !== "sent"; n++) {
        clock += 600_001
        const due = nextDue([one], "prod_1", clock)
        if (!due) continue
        one = claimed(due, clock)
        const arrives = chance() < 0.6
        const stored = arrives ? ask(partToSend(one), one.key) : undefined
        const reloaded = chance() < 0.1
        if (reloaded) continue
        const heard = chance() < 0.6
        one = replied(one, stored && heard ? { status: 201, body: { entry: stored.now } } : undefined, clock)
      }
      expect([seed, one.state, ask("step", one.key)]).toEqual([
        seed,
        "sent",
        { now: { id: "eev_0", photo: one.hasPhoto }, count: 1 },
      ])
    }
  })
})
