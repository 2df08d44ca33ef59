/** What the test runner sets for the specs; they cannot run without it. */
export function variable(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the specs with npm test, or node src/scripts/test.mjs <suite>.`)
  return value
}
