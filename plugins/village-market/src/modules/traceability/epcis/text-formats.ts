import { isIPv6 } from "node:net"

// RFC 3986 with a scheme: characters of a path, of a query or fragment, and an authority whose host is an IP literal.
// Every alternative differs in its first character, so that no text takes more than linear time.
const URI =
  /^[a-z][a-z0-9+\-.]*:(?:(?:[a-z0-9\-._~!$&'()*+,;=:@/]|%[0-9a-f]{2})+|\/\/?(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?\[([0-9a-z:.\-_~!$&'()*+,;=]+)\](?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i
const FUTURE_ADDRESS = /^v[0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+$/i

/** Whether a text is a URI with a scheme (RFC 3986): also a CURIE `prefix:name`, which no program can tell apart. */
export function isUri(text: string): boolean {
  const found = URI.exec(text)
  if (!found) return false
  const address = found[1]
  return address === undefined || FUTURE_ADDRESS.test(address) || isIPv6(address)
}

const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)[T\s](\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:Z|([+-])(\d\d)(?::?(\d\d))?)$/i
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a text is a date and time with a zone (RFC 3339), a leap second only where one can be: 23:59:60 UTC. */
export function isDateTime(text: string): boolean {
  const parts = DATE_TIME.exec(text)
  if (!parts) return false
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number) as [number, number, number, number, number]
  const second = Number(parts[6])
  const sign = parts[7] === "-" ? -1 : 1
  const zoneHours = Number(parts[8] ?? 0)
  const zoneMinutes = Number(parts[9] ?? 0)
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0)
  if (day < 1 || day > days || zoneHours > 23 || zoneMinutes > 59) return false
  if (hour <= 23 && minute <= 59 && second < 60) return true
  const utcMinute = minute - sign * zoneMinutes
  const utcHour = hour - sign * zoneHours - (utcMinute < 0 ? 1 : 0)
  return (utcHour === 23 || utcHour === -1) && (utcMinute === 59 || utcMinute === -1) && second < 61
}
