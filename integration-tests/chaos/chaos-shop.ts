import { readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { Pool } from "pg"
import { type Shop, startShop } from "../harness/server"
import type { Demo } from "../harness/shop"
import { startBalancer } from "./balancer"

/** JSON as it came: whoever reads it knows what was asked for. */
export type Answer = { status: number; headers: Headers; body: ReturnType<typeof JSON.parse> }
export type ChaosShop = Awaited<ReturnType<typeof startChaosShop>>
export type Env = Record<string, string>

/** Where a long run stands, for whoever waits for it. */
export const trace = (text: string) => {
  if (process.env.CHAOS_TRACE) process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`)
}

/** How long somebody tries to reach a shop that is down. */
const PATIENCE_MS = 90_000

/**
 * A shop of its own behind one address, whose processes can be killed and started again on the same data. `envFor` is
 * told the address, since the gateways' part of the environment hangs on it.
 */
export async function startChaosShop({
  servers = 1,
  envFor,
}: {
  servers?: number
  envFor: (url: string) => Promise<Env>
}) {
  const balancer = await startBalancer()
  const env = { ...(await envFor(balancer.url)), PUBLIC_URL: balancer.url }
  const running = new Set<Shop>()
  /** Faults of the server that are none of a killed process, for the report. */
  const errors: string[] = []
  let databaseName: string | undefined

  async function boot(): Promise<Shop> {
    const shop = await startShop({ databaseName, env })
    databaseName = new URL(shop.databaseUrl).pathname.slice(1)
    running.add(shop)
    balancer.targets.push(shop.baseUrl)
    return shop
  }

  const first = await boot().catch(async (error) => {
    await balancer.close()
    throw error
  })
  await Promise.all(Array.from({ length: servers - 1 }, boot))
  const demo: Demo = JSON.parse(readFileSync(join(first.local, "demo.json"), "utf8"))
  const pg = new Pool({ connectionString: first.databaseUrl, max: 4, allowExitOnIdle: true })

  /** SIGKILL, as a power cut: nothing under way ends. */
  async function kill(): Promise<void> {
    const [victim] = running
    if (!victim) return
    running.delete(victim)
    balancer.targets.splice(balancer.targets.indexOf(victim.baseUrl), 1)
    await victim.kill()
  }

  /** One request; undefined while the shop cannot be reached or says that something broke. */
  async function ask(
    method: string,
    path: string,
    body: unknown,
    headers: Env,
    ms: number,
  ): Promise<Answer | undefined> {
    const answer = await fetch(balancer.url + path, {
      ...{ method, redirect: "manual", signal: AbortSignal.timeout(ms) },
      headers: { "x-publishable-api-key": demo.publishable_api_key, "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch(() => undefined)
    const text = await answer?.text().catch(() => undefined)
    if (!answer || text === undefined) return undefined
    if (answer.status >= 500) {
      errors.push(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`)
      trace(errors.at(-1) ?? "")
      return undefined
    }
    return { status: answer.status, headers: answer.headers, body: text.startsWith("{") ? JSON.parse(text) : {} }
  }

  /** As a buyer who tries again until there is an answer; whoever is told that it is busy (409) too. */
  async function call(method: string, path: string, body?: unknown, headers: Env = {}, ms = 30_000): Promise<Answer> {
    let busy = 0
    for (const end = Date.now() + PATIENCE_MS; ; await pause(150)) {
      const answer = await ask(method, path, body, headers, ms)
      if (answer?.status === 409) trace(`${path}: busy: ${answer.body.message}`)
      if (answer && (answer.status !== 409 || ++busy > 40)) return answer
      if (Date.now() > end) throw new Error(`No answer to ${method} ${path}; ${errors.at(-1) ?? "unreachable"}`)
    }
  }

  return {
    ...{ demo, pg, errors, call, kill, boot, local: first.local, log: first.log },
    url: balancer.url,
    isUp: () => running.size > 0,
    async killAll() {
      while (running.size > 0) await kill()
    },
    async end() {
      for (const shop of running) await shop.kill()
      await pg.end()
      await balancer.close()
    },
  }
}
