import { timeLeft } from "./time-left"

const now = new Date("2026-11-24T10:00:00Z")
const after = (minutes: number) => timeLeft(new Date(now.getTime() + minutes * 60_000), now)

it.each([
  [0, { over: false, days: 0, hours: 0, minutes: 0 }],
  [61, { over: false, days: 0, hours: 1, minutes: 1 }],
  [47 * 60, { over: false, days: 0, hours: 47, minutes: 0 }],
  [3 * 24 * 60 + 65, { over: false, days: 3, hours: 1, minutes: 5 }],
  [-90, { over: true, days: 0, hours: 1, minutes: 30 }],
])("%i minutes from now", (minutes, expected) => {
  expect(after(minutes)).toEqual(expected)
})
