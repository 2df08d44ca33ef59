import { setTimeout as pause } from "node:timers/promises"
import { random } from "../gateways/random"
import type { Redis } from "../gateways/redis"
import { type Sepay, startSepay } from "../gateways/sepay-gateway"
import { startVnpay, type Vnpay } from "../gateways/vnpay-gateway"
import { calmDown, look, untilSettled } from "./after-outage"
import { Gone, type World } from "./buyer"
import { type ChaosShop, startChaosShop, trace } from "./chaos-shop"
import type { Sums } from "./check-money"
import { plentyOf } from "./goods"
import { anyFault } from "./refund-faults"
import { STORIES, tellStory } from "./stories"

export type ChaosOptions = {
  payments: number
  /** At random points, and once more at the end. */
  kills: number
  seed?: string
  redis?: Redis
  /** Processes behind one address; of several, the one killed is started again while the others go on. */
  servers?: number
  buyersAtOnce?: number
  settleSeconds?: number
}

export type ChaosReport = {
  seed: string
  payments: number
  kills: number
  stories: number
  orders: number
  refunds: number
  sums: Sums
  seconds: { all: number; settling: number }
  errors: string[]
  problems: string[]
}

const TERMINAL = { tmnCode: "LANGNGHE", secret: "CHAOS0123456789SECRETOFATERMINAL" }
const BANK = { secret: "CHAOS0123456789SECRETOFSEPAY", account: "19001234567" }
/** Fewer steps than a buyer takes for one payment: where in a run the server is killed is drawn from this. */
const STEPS_PER_PAYMENT = 5

/**
 * Buyers pay in every way that goes wrong, at a gateway that errs, in a shop that is killed at random points. Then the
 * shop is started once more, an hour later by its own rows, and the money is looked for. The same seed draws the same
 * stories and faults; what meets what is up to the machine.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { payments, kills, servers = 1, buyersAtOnce = 5, settleSeconds = 90 } = options
  const seed = options.seed ?? process.env.CHAOS_SEED ?? Date.now().toString(36)
  const began = Date.now()
  const since = new Date(began - 1000)
  let vnpay: Vnpay | undefined
  let sepay: Sepay | undefined
  const shop = await startChaosShop({
    servers,
    envFor: async (url) => {
      vnpay = await startVnpay({ ...TERMINAL, ipnUrl: `${url}/hooks/vnpay/ipn` })
      sepay = startSepay({ ...BANK, webhookUrl: `${url}/hooks/bank-transfer/sepay` })
      return {
        SEPAY_WEBHOOK_SECRET: BANK.secret,
        ...{ VNPAY_TMN_CODE: TERMINAL.tmnCode, VNPAY_HASH_SECRET: TERMINAL.secret },
        ...{ VNPAY_PAY_URL: vnpay.payUrl, VNPAY_API_URL: vnpay.apiUrl },
        ...{ VNPAY_API_TIMEOUT_MS: "1500", VNPAY_REFUND_DOUBT_SECONDS: "4" },
        ...(options.redis ? { REDIS_URL: options.redis.url } : {}),
      }
    },
  })
  try {
    if (!vnpay || !sepay) throw new Error("The gateways were not started")
    const world = await openMarket(shop, { vnpay, sepay }, payments)
    trace("bought from")
    const { stories, killed } = await buy(world, { seed, payments, kills, buyersAtOnce })
    const settling = Date.now()
    trace(`bought: ${stories} stories`)
    await calmDown(world, options.redis)
    await untilSettled(world, since, settleSeconds)
    const problems = await look(world, since)
    const done = Date.now()
    return {
      ...{ seed, payments: moved(world), kills: killed + 1, stories, ...problems, errors: shop.errors },
      seconds: { all: Math.round((done - began) / 1000), settling: Math.round((done - settling) / 1000) },
    }
  } catch (error) {
    throw new Error(`Chaos of seed ${seed} broke off: ${error instanceof Error ? error.stack : error}`)
  } finally {
    await shop.end()
    await vnpay?.close()
  }
}

async function openMarket(shop: ChaosShop, gateways: Pick<World, "vnpay" | "sepay">, payments: number): Promise<World> {
  const [rare, first, ...others] = await plentyOf(shop.pg, 6, payments * 4)
  if (!rare || !first) throw new Error("The demonstration has too few goods")
  return { shop, ...gateways, rare, goods: [first, ...others], step: () => {}, told: new Map() }
}

/** Payments by which money has moved. */
const moved = ({ vnpay: { book }, sepay }: Pick<World, "vnpay" | "sepay">) =>
  [...book.payments.keys()].filter((ref) => book.taken(ref) > 0).length + sepay.transfers.length

type Buying = Required<Pick<ChaosOptions, "payments" | "kills" | "buyersAtOnce">> & { seed: string }

async function buy(world: World, { seed, payments, kills, buyersAtOnce }: Buying) {
  const { shop, vnpay } = world
  const source = random(seed)
  const faults = source.fork("faults")
  vnpay.faults.otherwise = (_, command) => anyFault(faults.fork(`${command} ${vnpay.book.requests.size}`), command)
  const points = killPoints(source.fork("kills"), payments * STEPS_PER_PAYMENT, kills - 1)
  let steps = 0
  let killed = 0
  let restarting: Promise<void> | undefined
  let broken: unknown
  world.step = () => {
    if (++steps < (points[killed] ?? Number.POSITIVE_INFINITY) || restarting) return
    const delay = source.fork(`delay ${killed++}`).below(300)
    restarting = pause(delay)
      .then(() => trace(`kill ${killed} at step ${steps}, ${moved(world)} payments`))
      .then(() => shop.kill())
      .then(() => shop.boot())
      .then(() => undefined)
      .catch((error) => {
        broken = error
      })
      .finally(() => {
        restarting = undefined
      })
  }
  const deck: string[] = []
  let stories = 0
  const work = async () => {
    while (moved(world) < payments && !broken) {
      if (deck.length === 0) deck.push(...source.fork(`deck ${stories}`).shuffled(Object.keys(STORIES)))
      const name = deck.pop() ?? ""
      const number = ++stories
      const at = Date.now()
      await tellStory(name, number, world, source).catch((error) => {
        trace(`${number} ${name}: ${error}`)
        if (!(error instanceof Gone)) shop.errors.push(`story ${number} ${name}: ${error}`)
      })
      trace(`${number} ${name}: ${Date.now() - at} ms`)
    }
  }
  await Promise.all(Array.from({ length: buyersAtOnce }, work))
  world.step = () => {}
  await restarting
  if (broken) throw broken
  return { stories, killed }
}

/** Where the server is killed, in steps of buyers. */
function killPoints(source: ReturnType<typeof random>, steps: number, kills: number): number[] {
  const points = Array.from({ length: Math.max(0, kills) }, (_, place) => (place + 0.2 + 0.7 * source.next()) / kills)
  return points.map((share) => Math.round(share * steps * 0.9))
}
