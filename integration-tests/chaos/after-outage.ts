import { setTimeout as pause } from "node:timers/promises"
import type { Redis } from "../gateways/redis"
import type { Vnpay } from "../gateways/vnpay-gateway"
import type { World } from "./buyer"
import { type ChaosShop, trace } from "./chaos-shop"
import { checkAttempts, checkOrders, type Ledger } from "./check-money"
import { heldAttempts, heldOrders, heldStock } from "./money"
import { checkTransfers, type Transfers } from "./transfers"

/**
 * The last kill is an outage of an hour, by the shop's own rows: leases are over, and the attempts without an answer
 * are old enough to be asked about. From here on the gateway errs no more, and calls no more.
 */
export async function calmDown({ shop, vnpay, sepay }: World, redis?: Redis): Promise<void> {
  await shop.killAll()
  for (const { notices } of [vnpay, sepay]) {
    notices.stop()
    await notices.idle()
  }
  vnpay.faults.otherwise = () => undefined
  await redis?.endLeases()
  await shop.pg.query(`
    update payment_attempt set next_try_at = now() where completion = 'open';
    update payment_attempt set ask_at = now() where ask_at is not null;
    update "order" o set created_at = created_at - interval '1 hour'
      where not exists (select from order_cart l where l.order_id = o.id);
    update mikro_orm_migrations set executed_at = executed_at - interval '2 hours';
    update order_change set created_at = created_at - interval '1 hour' where status = 'pending';
    update refund_attempt set next_try_at = now() where next_try_at is not null and booked_at is null;`)
  await shop.boot()
  await sepay.sendAgain()
}

/** The gateways' own ledgers; of the transfers, those the shop took as the payment of an attempt. */
const ledgerOf = ({ book }: Vnpay, { captured }: Transfers): Ledger => ({
  refs: () => [...book.payments.keys(), ...captured.keys()],
  paid: (ref) => {
    const amount = book.taken(ref) || captured.get(ref)
    return amount ? { amount, suspected: book.payments.get(ref)?.choice === "fraud" } : undefined
  },
  givenBack: book.givenBack,
})

/** Where the money lies now, and what is wrong with that. */
async function takeStock({ shop, vnpay, sepay }: World, since: Date) {
  const attempts = await heldAttempts(shop.pg, since)
  const orders = await heldOrders(shop.pg, since)
  const transfers = await checkTransfers(shop.pg, sepay)
  const { problems, sums } = checkAttempts(attempts, ledgerOf(vnpay, transfers))
  sums.in += transfers.waiting
  sums.waiting += transfers.waiting
  return { attempts, orders, sums, problems: [...transfers.problems, ...problems, ...checkOrders(orders)] }
}

/** Until nothing is under way any more: every attempt decided, every refund confirmed or before a person. */
export async function untilSettled(world: World, since: Date, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(500)) {
    const { problems } = await takeStock(world, since)
    trace(`${problems.length} unsettled: ${problems.slice(0, 3).join("; ")}`)
    if (problems.length === 0) return
  }
}

export async function look(world: World, since: Date) {
  const { shop, vnpay, told, goods, rare } = world
  const { attempts, orders, problems, sums } = await takeStock(world, since)
  const all = [rare, ...goods].map(({ inventory_item_id }) => inventory_item_id)
  for (const { item, stocked, reserved, raw, held, ordered } of await heldStock(shop.pg, all)) {
    if (reserved !== held || raw !== held || held !== ordered || reserved > stocked)
      problems.push(`stock of ${item}: ${reserved}/${raw} reserved, ${held} held, ${ordered} ordered, ${stocked} there`)
  }
  problems.push(...(await audit(shop)))
  const named = problems.map((problem) => {
    const ref = problem.split(":")[0] ?? ""
    const attempt = attempts.find((one) => one.ref === ref)
    return attempt ? `${problem} [${told.get(ref)}] ${JSON.stringify(attempt)}` : problem
  })
  return { problems: named, sums, orders: orders.length, refunds: vnpay.book.refunds.length }
}

/** The shop's own audit of its order books, and what it could not mend. */
async function audit({ demo, call, pg }: ChaosShop): Promise<string[]> {
  const { body: login } = await call("POST", "/auth/user/emailpass", demo.admin)
  const { body } = await call(
    "POST",
    "/admin/order-audit",
    { days: 1 },
    { authorization: `Bearer ${login.token}` },
    300_000,
  )
  const { rows } = await pg.query("select order_id, problem from order_repair where solved_at is null")
  if (!Array.isArray(body.found)) return [`The audit did not answer: ${JSON.stringify(body)}`]
  return [
    ...body.found.map((one: object) => `audit: ${JSON.stringify(one)}`),
    ...rows.map((row) => `repair: ${JSON.stringify(row)}`),
  ]
}
