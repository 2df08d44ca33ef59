import { z } from "@medusajs/framework/zod"
import { bookingOf } from "../trade/booking"
import { LIMITS } from "./listing-limits"

/** When a listing is sold ahead: from `opens_at` on and before `closes_at`, at most `cap` units of it. */
export type SaleWindow = { opens_at: Date; closes_at: Date; cap: number; taken: number }
export type WindowState = "scheduled" | "open" | "full" | "closed"

/** How a window stands at an instant: the opening moment is inside, the closing moment is not. */
export function windowState({ opens_at, closes_at, cap, taken }: SaleWindow, at: Date): WindowState {
  if (at < opens_at) return "scheduled"
  if (at >= closes_at) return "closed"
  return taken < cap ? "open" : "full"
}

export const placesLeft = ({ cap, taken }: Pick<SaleWindow, "cap" | "taken">) => Math.max(0, cap - taken)

export type Taking = { ok: true } | { ok: false; why: "not_open" | "closed" } | { ok: false; why: "full"; left: number }

/** Whether `quantity` more units may be sold from a window at an instant. */
export function takePlaces(window: SaleWindow, quantity: number, at: Date): Taking {
  const state = windowState(window, at)
  if (state === "scheduled") return { ok: false, why: "not_open" }
  if (state === "closed") return { ok: false, why: "closed" }
  const left = placesLeft(window)
  return quantity <= left ? { ok: true } : { ok: false, why: "full", left }
}

/** The first moment of a day on the clock of Vietnam (UTC+7, no summer time). */
export const dayStart = (day: string) => new Date(`${day}T00:00:00+07:00`)

/** The day an instant falls on in Vietnam. */
export const dayOf = (instant: Date) => bookingOf(instant).day

/** The first moment after a day. */
export const dayEnd = (day: string) => new Date(dayStart(day).getTime() + 24 * 3600 * 1000)

/** The last day of a window: the one that ends when it closes, or on which it is closed before its time. */
export const lastDay = (closes_at: Date) => dayOf(new Date(closes_at.getTime() - 1))

const day = (message: string) =>
  z
    .string(message)
    .regex(/^\d{4}-\d{2}-\d{2}$/, message)
    .refine((value) => !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value), message)

const cap = z.number("capRange").int("capRange").min(1, "capRange").max(LIMITS.stock.max, "capRange")

/**
 * What a producer says of a window: days of Vietnam, the first and the last one on which it sells, how many units, the
 * day the goods are expected. Each message is a key of `web/text/windows.ts`.
 */
export const SaleWindowFields = z
  .object({
    opens_on: day("opensMissing"),
    closes_on: day("closesMissing"),
    cap,
    expected_on: day("expectedMissing"),
    note: z
      .string("noteLong")
      .trim()
      .max(60, "noteLong")
      .nullish()
      .transform((note) => note || null),
  })
  .strict()
  .superRefine(({ opens_on, closes_on, expected_on }, context) => {
    if (closes_on < opens_on) context.addIssue({ code: "custom", message: "closesEarly", path: ["closes_on"] })
    if (expected_on < opens_on) context.addIssue({ code: "custom", message: "expectedEarly", path: ["expected_on"] })
  })
export type SaleWindowFields = z.infer<typeof SaleWindowFields>

/** A window as SQL hands it over within JSON; `at` is the database's clock when it was read. */
export type WindowRow = {
  id: string
  opens_at: string | Date
  closes_at: string | Date
  cap: number
  taken: number
  expected_on: string
  note: string | null
  at: string | Date
}

/** A window as everybody may see it. `left` counts what is still to be had; days are Vietnam's, `closes_on` the last one. */
export type ShownWindow = {
  id: string
  state: WindowState
  opens_on: string
  closes_on: string
  opens_at: string
  closes_at: string
  cap: number
  left: number
  expected_on: string
  note: string | null
}

export function showWindow(row: WindowRow): ShownWindow {
  const window = { ...row, opens_at: new Date(row.opens_at), closes_at: new Date(row.closes_at) }
  return {
    id: row.id,
    state: windowState(window, new Date(row.at)),
    opens_on: dayOf(window.opens_at),
    closes_on: lastDay(window.closes_at),
    opens_at: window.opens_at.toISOString(),
    closes_at: window.closes_at.toISOString(),
    cap: row.cap,
    left: placesLeft(row),
    expected_on: row.expected_on,
    note: row.note,
  }
}
