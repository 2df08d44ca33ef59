/** The page an address asks for, from 1; anything else is the first. */
export function pageNumber(asked: unknown) {
  const number = Number(asked)
  return Number.isInteger(number) && number >= 1 && number <= 100_000 ? number : 1
}
