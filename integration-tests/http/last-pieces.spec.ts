import { levelOf, manyBaskets, soldOf } from "./helpers/last-pieces"
import { offer, seller, store } from "./helpers/shop"

jest.setTimeout(240_000)

const BUYERS = 24
const LEFT = 5

it(`sells the last ${LEFT} pieces ${LEFT} times to ${BUYERS} buyers at once, and leaves the others their basket`, async () => {
  const pieces = await offer(await seller(0), { title: `Chum cuối lò ${Date.now()}`, stock: LEFT })
  const baskets = (await manyBaskets(BUYERS, pieces)).map(({ cart }) => cart)
  const answers = await Promise.all(baskets.map((cart) => store(`/store/carts/${cart}/complete`, "post")))
  const refused = answers.filter(({ body }) => body.type !== "order")
  expect(refused).toHaveLength(BUYERS - LEFT)
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([400]))
  for (const { body } of refused) expect(body.message).toMatch(/inventory/i)
  expect(await levelOf(pieces)).toEqual({ stocked: LEFT, reserved: LEFT, raw: LEFT, held: LEFT })
  expect(await soldOf(pieces, baskets)).toEqual({ units: LEFT, orders: LEFT, payments: LEFT })
  const left = baskets.filter((_, place) => answers[place]?.body.type !== "order")
  const { body } = await store(`/store/carts/${left[0]}`).expect(200)
  expect(body.cart).toMatchObject({ completed_at: null, items: [{ quantity: 1 }] })
})
