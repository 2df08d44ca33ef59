import { baseUrl } from "../harness/shop"
import { findGoods, shopClient } from "./basket"
import { shoot } from "./helpers/fuzz"
import { attempt, code } from "./vnpay"
import { fuzzNotices, noticeShot } from "./vnpay-notices"

const ROUNDS = 1000

it(`${ROUNDS} spoilt notices of VNPay break nothing and are not believed, and the true ones still are`, async () => {
  const shop = shopClient()
  const { sent, findings, changed, queries, sessions } = await fuzzNotices(
    shop,
    await findGoods(shop),
    ROUNDS,
    20261124,
  )
  expect(findings).toEqual([])
  expect(changed).toEqual([])
  expect(sent).toBe(ROUNDS)
  for (const method of ["POST", "PUT", "DELETE"]) {
    expect((await shoot(baseUrl(), { ...noticeShot(queries[1] ?? ""), method })).status).toBe(404)
  }
  // The same words written otherwise are the same notice.
  const [paid = "", cancelled = ""] = queries
  expect(await code(`${cancelled.split("&").reverse().join("&&")}&utm_source=x`)).toBe("00")
  expect(await code(cancelled)).toBe("02")
  expect(await code(paid.replace(/ATM/, "%41%54M"))).toBe("00")
  expect(sessions[0] && (await attempt(sessions[0]))).toMatchObject({ state: "captured" })
})
