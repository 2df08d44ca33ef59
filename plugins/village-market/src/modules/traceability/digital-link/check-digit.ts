/** GS1's check digit (General Specifications §7.9.1): weights 3 and 1 from the right over the digits before it. */
export function checkDigit(digits: string): number {
  let sum = 0
  for (let at = 0; at < digits.length; at++) sum += Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 3 : 1)
  return (10 - (sum % 10)) % 10
}

/** Whether the last digit is the check digit of those before it. */
export const hasCheckDigit = (digits: string) =>
  /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === Number(digits.at(-1))

const CSET_82 = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`
const CSET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83]

/** Whether a GMN ends with its pair of check characters (General Specifications §7.9.5: primes as weights, modulo 1021). */
export function hasCheckPair(value: string): boolean {
  const body = value.slice(0, -2)
  if (body.length < 1 || body.length > PRIMES.length) return false
  const sum = [...body].reduce((sum, sign, at) => sum + CSET_82.indexOf(sign) * (PRIMES[body.length - 1 - at] ?? 0), 0)
  const rest = sum % 1021
  return value.slice(-2) === `${CSET_32[rest >> 5]}${CSET_32[rest & 31]}`
}
