import { findGoods, shopClient } from "./basket"
import { fuzzNotices } from "./vnpay-notices"

const ROUNDS = 100_000

/** The long size of `vnpay-fuzz.spec.ts`; another seed every day, printed with what it found. */
it(`${ROUNDS} spoilt notices of VNPay break nothing and are not believed`, async () => {
  const seed = Math.floor(Date.now() / 86_400_000)
  const shop = shopClient()
  const { sent, statuses, findings, changed } = await fuzzNotices(shop, await findGoods(shop), ROUNDS, seed)
  console.log(`Seed ${seed}: ${sent} sent, answered ${JSON.stringify(statuses)}`)
  expect(findings).toEqual([])
  expect(changed).toEqual([])
})
