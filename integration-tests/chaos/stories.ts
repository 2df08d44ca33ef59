import { setTimeout as pause } from "node:timers/promises"
import type { Delivery } from "../gateways/notices"
import { Buyer, type Session, type World } from "./buyer"
import { leave } from "./goods"

type Story = (buyer: Buyer, again: () => Buyer) => Promise<unknown>

/** Paid once, told in some way, and the browser comes back. */
const paid =
  (delivery: (buyer: Buyer) => Delivery): Story =>
  async (buyer) => {
    await buyer.fill()
    const returnUrl = await buyer.pay(await buyer.begin(), "success", delivery(buyer))
    await buyer.comeBack(returnUrl)
  }

/** An order that is there, then cancelled: whole, or one of its two pieces. */
const cancelled =
  (pieces?: number): Story =>
  async (buyer) => {
    await buyer.fill(undefined, 2)
    const returnUrl = await buyer.pay(await buyer.begin(), "success")
    const order = await buyer.comeBack(returnUrl, 8)
    if (!order) return
    await buyer.cancel(order, pieces)
    if (pieces) await buyer.cancel(order, pieces)
  }

/** An order that waits for its transfer; then money comes in, in some way. */
const transferred =
  (pay: (buyer: Buyer, ordered: Session) => unknown): Story =>
  async (buyer) => {
    await buyer.fill()
    const session = await buyer.begin("pp_bank_bank")
    await buyer.complete()
    await pay(buyer, session)
  }

/** As banks pass a reference on: among noise, in small letters. */
const noisy = (ref: string) => `MBVCB.${ref.length}77.${ref.toLowerCase()}.CT tu 0123456789`

/** What buyers do, each by its name. Every one ends in an order, in money that goes back, or before a person. */
export const STORIES: Record<string, Story> = {
  "told once": paid(() => ({})),
  "told ten times at once": paid(() => ({ copies: 10 })),
  "never told": paid(() => ({ lost: true })),
  "told before the browser returns": paid(() => ({ first: true })),
  "told late": paid(({ chance }) => ({ delayMs: 500 + chance.below(3000) })),
  "told with a wrong signature first": paid(() => ({ forgedFirst: true })),
  "told that it is unfinished, after the result": paid(() => ({ pendingAfter: true })),
  "told again much later": paid(({ chance }) => ({ replayMs: 2000 + chance.below(6000), copies: 2 })),

  "refused first, then paid": async (buyer) => {
    await buyer.fill()
    await buyer.pay(await buyer.begin(), buyer.chance.pick(["cancel", "funds"]), { copies: 2 })
    await buyer.pay(await buyer.begin(), "success")
  },
  "suspected of fraud": async (buyer) => {
    await buyer.fill()
    await buyer.comeBack(await buyer.pay(await buyer.begin(), "fraud", { copies: 3 }))
  },
  "paid twice": async (buyer) => {
    await buyer.fill()
    const [first, second] = [await buyer.begin(), await buyer.begin()]
    // The notices may come in any order.
    const delay = () => ({ delayMs: buyer.chance.below(1500) })
    await Promise.all([buyer.pay(first, "success", delay()), buyer.pay(second, "success", delay())])
  },
  "paid by five of the family": async (buyer) => {
    await buyer.fill()
    const begun = []
    for (let number = 0; number < 5; number++) begun.push(await buyer.begin())
    await Promise.all(begun.map((one) => buyer.pay(one, "success", { delayMs: buyer.chance.below(1500) })))
  },
  "paid, then begun and paid again": async (buyer) => {
    await buyer.fill()
    const first = await buyer.begin()
    await buyer.pay(first, "success", { delayMs: 1000 + buyer.chance.below(2000) })
    await buyer.pay(await buyer.begin(), "success", { copies: 2 })
  },
  "changed the basket, then paid the old attempt": async (buyer) => {
    await buyer.fill()
    const old = await buyer.begin()
    await buyer.change(2)
    await buyer.pay(old, "success", { copies: 2 })
  },
  "changed the basket, then paid both attempts": async (buyer) => {
    await buyer.fill()
    const old = await buyer.begin()
    await buyer.change(2)
    const now = await buyer.begin()
    await Promise.all([buyer.pay(old, "success"), buyer.pay(now, "success", { delayMs: buyer.chance.below(800) })])
  },
  "changed the basket while paying": async (buyer) => {
    await buyer.fill()
    const session = await buyer.begin()
    await Promise.all([
      buyer.pay(session, "success", { delayMs: buyer.chance.below(200) }),
      pause(buyer.chance.below(300)).then(() => buyer.change(2)),
    ])
  },
  "promised cash, then paid the old attempt": async (buyer) => {
    await buyer.fill()
    const old = await buyer.begin()
    await buyer.begin("pp_cash_cash")
    await Promise.all([buyer.complete(), pause(buyer.chance.below(600)).then(() => buyer.pay(old, "success"))])
  },
  "completed by the storefront at the same time": async (buyer) => {
    await buyer.fill()
    const session = await buyer.begin()
    await Promise.all([
      buyer.pay(session, "success", { copies: 2, delayMs: buyer.chance.below(100) }),
      ...[0, 150, 400].map((ms) => pause(ms).then(() => buyer.complete())),
    ])
  },
  "three for the last piece": async (buyer, again) => {
    const { rare, shop } = buyer.world
    await leave(shop.pg, rare, 50)
    const rivals = [buyer, again(), again()]
    await Promise.all(rivals.map((one) => one.fill(rare)))
    const begun = await Promise.all(rivals.map(async (one) => ({ one, session: await one.begin() })))
    await leave(shop.pg, rare, 1)
    await Promise.all(begun.map(({ one, session }) => one.pay(session, "success")))
  },
  "transferred exactly, told ten times": transferred((buyer, { amount, ref }) =>
    buyer.transfer(amount, noisy(ref), { copies: 10 }),
  ),
  "transferred, told late and again": transferred((buyer, { amount, ref }) =>
    buyer.transfer(amount, ref, { delayMs: buyer.chance.below(3000), replayMs: 2000 }),
  ),
  "transferred, never told, or by a wrong clock and signature first": transferred((buyer, { amount, ref }) =>
    buyer.transfer(
      amount,
      ref,
      buyer.chance.chance(0.5) ? { lost: true } : { clockOffSeconds: 900, forgedFirst: true },
    ),
  ),
  "transferred too little, then the rest": transferred((buyer, { amount, ref }) => {
    buyer.transfer(amount - 1000, ref)
    buyer.transfer(1000, ref, { delayMs: 500 })
  }),
  "transferred twice": transferred((buyer, { amount, ref }) => {
    buyer.transfer(amount, ref)
    buyer.transfer(amount, ref, { delayMs: buyer.chance.below(1000) })
  }),
  "transferred without its reference, and never": transferred((buyer, { amount }) =>
    buyer.transfer(amount, `Me gui con ${buyer.chance.below(1000)}`),
  ),
  "cancelled by the buyer": cancelled(),
  "cancelled piece by piece": cancelled(1),
}

/** Tells one story; whatever the buyer gives up is fine, the money is looked for afterwards. */
export async function tellStory(name: string, number: number, world: World, source: Buyer["chance"]): Promise<void> {
  const chance = source.fork(`${number}`)
  const buyer = () => new Buyer(world, chance, `${number} ${name}`)
  await STORIES[name]?.(buyer(), buyer)
}
