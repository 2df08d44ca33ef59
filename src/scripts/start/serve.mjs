import { setTimeout as sleep } from "node:timers/promises"
import { buildKey } from "./build.mjs"
import { stopGroup } from "./children.mjs"
import { databaseIdentity } from "./database.mjs"
import { tail } from "./files.mjs"
import { combine, fingerprint } from "./fingerprint.mjs"
import { MEDUSA, ROOT, SERVER } from "./paths.mjs"
import { isAlive, signal } from "./processes.mjs"
import { launch, PlainError, runNode } from "./run.mjs"

/**
 * @typedef {import("./run.mjs").Env} Env
 *
 * @typedef {object} Server
 * @property {number} pid
 * @property {string} baseUrl
 * @property {Promise<number | null>} ended resolves with the exit code
 * @property {() => Promise<void>} stop lets requests under way finish
 * @property {() => Promise<void>} kill as a crash would
 */

/** Medusa boots healthy without our plugin when that is not built, so one of our pages is asked for too. */
const PAGES = ["/health", "/market"]
const BOOT_SECONDS = 120
const STOP_SECONDS = 10

/** @param {Env} env */
async function databasesOf(env) {
  const identities = [env.DATABASE_URL, env.WAREHOUSE_URL].map((url) => databaseIdentity(url ?? ""))
  return (await Promise.all(identities)).join()
}

/** What the tables depend on. @param {Env} env */
export const migrationKey = async (env) => combine(buildKey(), fingerprint(ROOT, ["data"]), await databasesOf(env))

/** What the first rows depend on. @param {Env} env */
export const seedKey = async (env) => combine(seedSources(), env.DEMO_MODE ?? "", await databasesOf(env))

export const seedSources = () => fingerprint(ROOT, ["data", "src/scripts"], (file) => !file.endsWith(".mjs"))

/** @param {{ env: Env, abort: AbortSignal }} options */
export const migrate = ({ env, abort }) => runNode([MEDUSA, "db:migrate"], { cwd: SERVER, env, name: "migrate", abort })

/** @param {{ env: Env, abort: AbortSignal }} options */
export const seed = ({ env, abort }) =>
  runNode([MEDUSA, "exec", "./src/scripts/seed.js"], { cwd: SERVER, env, name: "seed", abort })

/**
 * Serves the built shop and waits until it really answers.
 * @param {{ env: Env, log?: string, abort?: AbortSignal, args?: string[], cwd?: string, pages?: string[] }} options
 *   pages: what has to answer before the shop counts as served
 * @returns {Promise<Server>}
 */
export async function serve({ env, log, abort, args = ["start"], cwd = SERVER, pages = PAGES }) {
  const child = launch(process.execPath, [MEDUSA, ...args], { cwd, env, log })
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => {
    child.once("exit", resolve)
    child.once("error", () => resolve(1))
  })
  const { pid } = child
  if (!pid) throw new PlainError("The shop's process could not be started.")
  const host = !env.HOST || env.HOST === "0.0.0.0" || env.HOST === "::" ? "127.0.0.1" : env.HOST
  const problem = await untilServed(`http://${host}:${env.PORT}`, pages, pid, abort)
  if (problem) {
    await stopGroup(pid, STOP_SECONDS)
    abort?.throwIfAborted()
    throw new PlainError(log ? `${problem} The end of ${log}:\n\n${tail(log)}` : problem)
  }
  return {
    pid,
    baseUrl: `http://localhost:${env.PORT}`,
    ended,
    stop: async () => {
      await stopGroup(pid, STOP_SECONDS)
      await ended
    },
    kill: async () => {
      signal(-pid, "SIGKILL")
      await ended
    },
  }
}

/**
 * @param {string} address
 * @param {string[]} pages
 * @param {number} pid
 * @param {AbortSignal} [abort]
 * @returns {Promise<string | undefined>} what went wrong
 */
async function untilServed(address, pages, pid, abort) {
  const until = Date.now() + BOOT_SECONDS * 1000
  let last = "no answer"
  while (Date.now() < until && !abort?.aborted) {
    if (!isAlive(pid)) return "The shop ended while starting."
    const states = await Promise.all(pages.map((page) => status(address + page)))
    if (states.every((state) => state === 200)) return undefined
    last = pages.map((page, i) => `${page} ${states[i] ?? "no answer"}`).join(", ")
    await sleep(100)
  }
  return `The shop did not come up within ${BOOT_SECONDS} s (${last}).`
}

/** @param {string} url */
async function status(url) {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(10_000) })
    await response.arrayBuffer()
    return response.status
  } catch {
    return undefined
  }
}
