const MINUTE = 60_000

export type TimeLeft = { over: boolean; days: number; hours: number; minutes: number }

/** How long until an instant, or since, in whole minutes; days only from two on, so that "tomorrow" is counted in hours. */
export function timeLeft(until: Date, now = new Date()): TimeLeft {
  const ms = until.getTime() - now.getTime()
  const minutes = Math.floor(Math.abs(ms) / MINUTE)
  const days = minutes >= 48 * 60 ? Math.floor(minutes / (24 * 60)) : 0
  return {
    over: ms < 0,
    days,
    hours: Math.floor((minutes - days * 24 * 60) / 60),
    minutes: minutes % 60,
  }
}
