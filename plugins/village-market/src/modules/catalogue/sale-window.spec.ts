import { windows } from "../../web/text/windows"
import { dayEnd, dayOf, dayStart, lastDay, SaleWindowFields, showWindow, takePlaces, windowState } from "./sale-window"

const window = { opens_at: dayStart("2026-12-01"), closes_at: dayEnd("2026-12-31"), cap: 10, taken: 7 }
const at = (instant: string) => new Date(instant)

describe("a window", () => {
  it("opens with the first moment of its first day in Vietnam and closes with the end of its last", () => {
    expect(windowState(window, at("2026-11-30T16:59:59.999Z"))).toBe("scheduled")
    expect(windowState(window, at("2026-11-30T17:00:00.000Z"))).toBe("open")
    expect(windowState(window, at("2026-12-31T16:59:59.999Z"))).toBe("open")
    expect(windowState(window, at("2026-12-31T17:00:00.000Z"))).toBe("closed")
  })

  it("is full while it is open only", () => {
    const full = { ...window, taken: 10 }
    expect(windowState(full, at("2026-12-05T00:00:00Z"))).toBe("full")
    expect(windowState(full, at("2027-01-05T00:00:00Z"))).toBe("closed")
    expect(windowState({ ...window, taken: 12 }, at("2026-12-05T00:00:00Z"))).toBe("full")
  })

  it("gives what is left and not one more", () => {
    const now = at("2026-12-05T00:00:00Z")
    expect(takePlaces(window, 3, now)).toEqual({ ok: true })
    expect(takePlaces(window, 4, now)).toEqual({ ok: false, why: "full", left: 3 })
    expect(takePlaces({ ...window, taken: 11 }, 1, now)).toEqual({ ok: false, why: "full", left: 0 })
    expect(takePlaces(window, 1, at("2026-11-01T00:00:00Z"))).toEqual({ ok: false, why: "not_open" })
    expect(takePlaces(window, 1, at("2026-12-31T17:00:00Z"))).toEqual({ ok: false, why: "closed" })
  })

  it("shows the days of Vietnam, whatever the clock of the database", () => {
    const shown = showWindow({
      ...{ id: "swin_1", cap: 10, taken: 4, expected_on: "2027-06-01", note: null },
      opens_at: "2026-11-30T12:00:00-05:00",
      closes_at: "2026-12-31T17:00:00+00:00",
      at: "2026-12-10T08:00:00+07:00",
    })
    expect(shown).toMatchObject({ state: "open", opens_on: "2026-12-01", closes_on: "2026-12-31", left: 6 })
  })
})

it("tells the last day of a window from the moment it closes", () => {
  expect(lastDay(dayEnd("2028-02-29"))).toBe("2028-02-29")
  expect(lastDay(at("2026-12-24T10:00:00Z"))).toBe("2026-12-24")
  expect(dayOf(at("2026-12-24T17:00:00Z"))).toBe("2026-12-25")
})

describe("what a producer says of a window", () => {
  const right = { opens_on: "2026-12-01", closes_on: "2026-12-31", cap: 100, expected_on: "2027-06-01" }
  const complaints = (changes: object) => {
    const { error } = SaleWindowFields.safeParse({ ...right, ...changes })
    return error?.issues.map(({ path, message }) => [path.join("."), message])
  }

  it("may be one day long, with or without a note", () => {
    expect(SaleWindowFields.parse(right)).toEqual({ ...right, note: null })
    expect(SaleWindowFields.parse({ ...right, closes_on: "2026-12-01", note: " vụ chiêm 2027 " }).note).toBe(
      "vụ chiêm 2027",
    )
  })

  it.each<[object, string, string]>([
    [{ opens_on: "2026-13-01" }, "opens_on", "opensMissing"],
    [{ closes_on: "2027-02-30" }, "closes_on", "closesMissing"],
    [{ closes_on: "2026-11-30" }, "closes_on", "closesEarly"],
    [{ expected_on: "2026-11-30" }, "expected_on", "expectedEarly"],
    [{ expected_on: undefined }, "expected_on", "expectedMissing"],
    [{ cap: 0 }, "cap", "capRange"],
    [{ cap: 1.5 }, "cap", "capRange"],
    [{ cap: 1_000_001 }, "cap", "capRange"],
    [{ note: "x".repeat(61) }, "note", "noteLong"],
  ])("is refused with a sentence: %j", (changes, field, key) => {
    expect(complaints(changes)).toContainEqual([field, key])
    expect(windows.vi.errors).toHaveProperty(key)
  })
})
