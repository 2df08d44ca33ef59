/**
 * An amount as Vietnamese and English spreadsheets write it, in whole đồng: 1.234.567 · 1,234,567.00 · 1 234 567 đ ·
 * -50,000 · (50,000). Undefined for anything else, a fraction of a đồng included: nothing is guessed.
 */
export function dongOf(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0\u202f]/g, "").replace(/(?:vnd|vnđ|đồng|đ|₫)$/i, "")
  const parts = /^(\()?([+-]?)(\d{1,3}(?:([.,])\d{3}(?:\4\d{3})*)?|\d+)(?:([.,])0{1,2})?(\))?$/.exec(bare)
  if (!parts) return undefined
  const [, open, sign, whole = "", group, point, close] = parts
  if (Boolean(open) !== Boolean(close) || (open && sign) || (group && group === point)) return undefined
  const amount = Number(whole.replace(/[.,]/g, ""))
  if (!Number.isSafeInteger(amount)) return undefined
  return sign === "-" || open ? 0 - amount : amount
}

/** A moment on the clock of Vietnam. `at` is its midnight where the cell holds no time. */
export type Moment = { day: string; at: Date }

/**
 * A day and perhaps a time as statements write them, day first where both could come first: 24/11/2026 14:05:06 ·
 * 24-11-2026 · 2026-11-24T14:05 · 20261124140506. Undefined for anything else and for days there are not.
 */
export function momentOf(text: string): Moment | undefined {
  const bare = text.trim()
  const packed = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/.exec(bare)
  const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/.exec(bare)
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?$/.exec(bare)
  const found = packed ?? yearFirst
  const [year, month, date] = found ? [found[1], found[2], found[3]] : [dayFirst?.[3], dayFirst?.[2], dayFirst?.[1]]
  const time = found ?? dayFirst
  if (!time || !year || !month || !date) return undefined
  const two = (part = "0") => part.padStart(2, "0")
  const day = `${year}-${two(month)}-${two(date)}`
  const at = new Date(`${day}T${two(time[4])}:${two(time[5])}:${two(time[6])}+07:00`)
  // A day there is not (31/02) would roll over into the next month.
  const real = !Number.isNaN(at.getTime()) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  return real ? { day, at } : undefined
}
