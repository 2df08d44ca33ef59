import { fuzzSepay } from "./sepay-notices"

const ROUNDS = 100_000

/** The long size of what `sepay.spec.ts` does; another seed every day, printed with what it found. */
it(`${ROUNDS} spoilt notices of SePay's break nothing and are not believed`, async () => {
  const seed = Math.floor(Date.now() / 86_400_000)
  const { sent, statuses, findings, changed } = await fuzzSepay(ROUNDS, seed)
  console.log(`Seed ${seed}: ${sent} sent, answered ${JSON.stringify(statuses)}`)
  expect(findings).toEqual([])
  expect(changed).toBe(0)
})
