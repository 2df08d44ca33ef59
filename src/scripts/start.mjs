/**
 * The one command. It runs on a bare checkout, so everything it loads uses Node's own modules alone.
 *   start   everything, with the demo province     serve   a real shop, already installed
 *   dev     as start, rebuilding on changes        build   the plugin, then the shop
 */
import fs from "node:fs"
import path from "node:path"
import { buildPlugin, buildShop, install } from "./start/build.mjs"
import { endLeftovers, stopGroup } from "./start/children.mjs"
import { ensureDatabase } from "./start/database.mjs"
import { isDemo, missingSecrets, nodeProblem, shopEnvironment } from "./start/environment.mjs"
import { tryLock } from "./start/lock.mjs"
import { LOCAL, LOGS, PLUGIN, ROOT } from "./start/paths.mjs"
import { firstFreePort, parsePort } from "./start/port.mjs"
import { ensurePostgres } from "./start/postgres.mjs"
import { launch, PlainError } from "./start/run.mjs"
import { migrate, migrationKey, seed, seedKey, serve } from "./start/serve.mjs"
import { createSession } from "./start/session.mjs"
import { forget, once } from "./start/stamps.mjs"
import { createSteps, seconds } from "./start/steps.mjs"
import { mergeBaseUrl, welcome } from "./start/welcome.mjs"

/** @typedef {"start" | "serve" | "dev" | "build"} Mode */
const MODES = ["start", "serve", "dev", "build"]

const began = Date.now()
const { abort, undo, run } = createSession(() => console.log("\nStopping …"))

/** @param {Mode} mode */
async function main(mode) {
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new PlainError(problem)
  const envFile = path.join(ROOT, ".env")
  if (fs.existsSync(envFile)) process.loadEnvFile(envFile)
  if (mode === "build") return build(createSteps(2))
  const demo = isDemo(mode, process.env)
  if (!demo) refuseWithoutSecrets()
  const lock = tryLock(path.join(LOCAL, "start.lock"))
  if ("heldBy" in lock) throw new PlainError(`The shop of this folder is already started, by process ${lock.heldBy}.`)
  undo.push(lock.release)
  await endLeftovers()

  const step = createSteps(mode === "serve" ? 6 : 7)
  if (mode !== "serve") await step("Installing packages", (note) => install({ abort, note }))
  await build(step)
  const env = await prepare(step, demo)
  await step("Migrating the databases", async (note) => {
    const changed = await once("migrated", await migrationKey(env), () => migrate({ env, abort }))
    if (!changed) note("nothing to do")
  })
  // A real shop is given its reference data and what selling in Viet Nam needs, a demonstration sellers and goods too.
  await step(demo ? "Seeding the demo province" : "Bringing in the reference data", async (note) => {
    if (demo && !fs.existsSync(path.join(LOCAL, "demo.json"))) forget("seeded")
    const changed = await once("seeded", await seedKey(env), () => seed({ env, abort }))
    if (!changed) note("nothing to do")
  })
  const log = mode === "start" ? path.join(LOGS, "server.log") : undefined
  const server = await step("Starting the shop", () => (mode === "dev" ? develop(env) : serve({ env, log, abort })))
  undo.push(server.stop)
  if (demo) mergeBaseUrl(env.PUBLIC_URL ?? server.baseUrl)
  console.log(welcome({ baseUrl: server.baseUrl, demo, log, took: seconds(Date.now() - began) }))
  const code = await Promise.race([server.ended, new Promise((resolve) => abort.addEventListener("abort", resolve))])
  if (!abort.aborted) throw new PlainError(`The shop ended by itself, with code ${code}. ${log ? `See ${log}` : ""}`)
}

function refuseWithoutSecrets() {
  const missing = missingSecrets(process.env)
  if (missing.length === 0) return
  throw new PlainError(
    `A real shop needs ${missing.join(", ")} in its environment. For a demonstration set DEMO_MODE=true instead.`,
  )
}

/** @param {ReturnType<typeof createSteps>} step */
async function build(step) {
  await step("Building the plugin", (note) => buildPlugin({ abort, note }))
  await step("Building the shop", (note) => buildShop({ abort, note }))
}

/**
 * The databases and the port.
 * @param {ReturnType<typeof createSteps>} step
 * @param {boolean} demo
 */
function prepare(step, demo) {
  const own = process.env.DATABASE_URL
  return step(own ? "Checking the databases" : "Starting PostgreSQL", async (note) => {
    const wanted = parsePort(process.env.PORT, 9000)
    const port = await firstFreePort(wanted)
    if (port !== wanted) note(`port ${wanted} is taken, the shop takes ${port}`)
    const databaseUrl = own || (await embeddedPostgres(note))
    const env = shopEnvironment({ env: process.env, demo, databaseUrl, port })
    await ensureDatabase(databaseUrl)
    await ensureDatabase(env.WAREHOUSE_URL ?? "")
    return env
  })
}

/** @param {(text: string) => void} note */
async function embeddedPostgres(note) {
  const cluster = await ensurePostgres({ dir: path.join(LOCAL, "postgres"), note })
  undo.push(cluster.stop)
  return cluster.url("village_market")
}

/**
 * Medusa loads the plugin's build, so the compiler keeps that up to date beside it.
 * @param {import("./start/run.mjs").Env} env
 */
async function develop(env) {
  const tsc = path.join(ROOT, "node_modules/typescript/bin/tsc")
  const args = [tsc, "-p", PLUGIN, "--watch", "--preserveWatchOutput", "--outDir", path.join(PLUGIN, ".medusa/server")]
  // What the compiler writes from here on is no longer the build that the stamp speaks of.
  forget("plugin")
  const { pid } = launch(process.execPath, args, {})
  if (pid) undo.push(() => stopGroup(pid, 2))
  return serve({ env: { ...env, NODE_ENV: "development" }, abort, args: ["develop"], cwd: ROOT })
}

const mode = process.argv[2] ?? "start"
const served = await run(async () => {
  if (!MODES.includes(mode)) throw new PlainError(`Unknown: ${mode}. Use one of ${MODES.join(", ")}.`)
  await main(/** @type {Mode} */ (mode))
  return true
})
process.exit(served ? 0 : abort.aborted ? 130 : 1)
