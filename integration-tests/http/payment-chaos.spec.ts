import { runChaos } from "../chaos/run-chaos"

/** The long size, and the same on Redis: `payment-chaos.long.ts`. `CHAOS_SEED` plays a run again. */
it("money in is orders, refunds and queues to the đồng, whatever fails and whenever the server is killed", async () => {
  const { problems, ...report } = await runChaos({ payments: 20, kills: 2 })
  console.log(JSON.stringify(report))
  expect({ seed: report.seed, problems }).toEqual({ seed: report.seed, problems: [] })
}, 300_000)
