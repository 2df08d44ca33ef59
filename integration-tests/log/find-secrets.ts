/** What must never stand in a log, whatever its value. */
const SHAPES: Record<string, RegExp> = {
  "a whole HMAC-SHA512, as VNPay signs": /(?<![0-9a-f])[0-9a-f]{128}(?![0-9a-f])/i,
  "a signature of SePay": /sha256=[0-9a-f]{64}/i,
  "a signature of Stripe": /\bv1=[0-9a-f]{64}/i,
  "a key of Stripe": /\b(?:sk|rk)_(?:live|test)_\w+|\bwhsec_\w+/,
  "a login token": /\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/,
  "an authorization header": /\b(?:Bearer|Basic|Apikey) [\w+/=.-]{16,}/i,
  "the key of a guest's order": /\/market\/orders\/[^"\s?]+\?key=(?!\[hidden\])/,
  "the password of an address": /:\/\/[^\s/@:"]+:[^\s/@"]+@/,
}

/** Numbers of the great card schemes and of NAPAS, in one piece or in groups of four. */
const CARD =
  /(?<![\w.-])(?:4\d{3}|5[1-5]\d\d|2[2-7]\d\d|35\d\d|62\d\d|9704)(?:[ -]?\d{4}){3}(?:\d{3})?(?![\w.-])|(?<![\w.-])3[47]\d{13}(?![\w.-])/g

/** What of this stands in a line of a log. `known`: secrets by name. */
export function secretsIn(line: string, known: ReadonlyMap<string, string>): string[] {
  const shapes = Object.entries(SHAPES).filter(([, shape]) => shape.test(line))
  const named = [...known].filter(([, secret]) => line.includes(secret))
  const cards = (line.match(CARD) ?? []).filter((number) => isCardNumber(number.replace(/\D/g, "")))
  return [
    ...shapes.map(([name]) => name),
    ...named.map(([name]) => name),
    ...(cards.length > 0 ? ["a card's number"] : []),
  ]
}

/** By its check digit (Luhn). */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const twice = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return sum % 10 === 0
}
