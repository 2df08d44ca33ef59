import { type ChaosOptions, runChaos } from "../chaos/run-chaos"
import { hasRedis, startRedis } from "../gateways/redis"

/*
 * The long size of `payment-chaos.spec.ts`, and the same on Redis: with one process, and with two behind one address of
 * which one is killed while the other goes on. `CHAOS_PAYMENTS` and `CHAOS_KILLS` make it smaller, `CHAOS_TRACE=1`
 * says where it stands.
 */

const payments = Number(process.env.CHAOS_PAYMENTS ?? 1000)
const kills = Number(process.env.CHAOS_KILLS ?? 30)
const HOURS = 2 * 3_600_000

async function prove(options: Partial<ChaosOptions>) {
  const { problems, ...report } = await runChaos({ payments, kills, settleSeconds: 300, ...options })
  console.log(JSON.stringify(report))
  expect(report.kills).toBeGreaterThanOrEqual(options.kills ?? kills)
  expect({ seed: report.seed, problems }).toEqual({ seed: report.seed, problems: [] })
}

it("a thousand payments, the server killed thirty times: every đồng is in one place", () => prove({}), HOURS)

const withRedis = hasRedis() ? it : it.skip
if (!hasRedis()) console.warn("There is no redis-server on this machine (apt-get install redis-server): not tried.")

async function onRedis(options: Partial<ChaosOptions>) {
  const redis = await startRedis()
  try {
    await prove({ ...options, redis })
  } finally {
    await redis.stop()
  }
}

withRedis("the same with Medusa's engines on Redis", () => onRedis({}), HOURS)

const few = { payments: Math.min(payments, 100), kills: Math.min(kills, 6) }
withRedis("two servers on one Redis, one of them killed while buyers pay", () => onRedis({ ...few, servers: 2 }), HOURS)
