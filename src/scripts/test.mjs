/**
 * Runs suites of tests with all they need: build, a PostgreSQL of their own, a served shop, Chromium.
 *   node src/scripts/test.mjs <suite…> [-- options for jest]
 * The last line is "N passed, N failed".
 */
import fs from "node:fs"
import path from "node:path"
import { startShop } from "../../integration-tests/harness/shop-server.mjs"
import { ensureTemplate } from "../../integration-tests/harness/template.mjs"
import { buildPlugin, buildShop, install } from "./start/build.mjs"
import { endLeftovers, stopGroup } from "./start/children.mjs"
import { nodeProblem } from "./start/environment.mjs"
import { readJson } from "./start/files.mjs"
import { tryLock } from "./start/lock.mjs"
import { LOCAL, ROOT } from "./start/paths.mjs"
import { ensurePostgres } from "./start/postgres.mjs"
import { launch, PlainError } from "./start/run.mjs"
import { createSession } from "./start/session.mjs"
import { createSteps } from "./start/steps.mjs"
import { add, countsOf, summary, ZERO } from "./test/counts.mjs"
import { chromium, LOG_SUITE, MINUTE, reference, SUITES } from "./test/suites.mjs"

/** @typedef {import("./start/run.mjs").Env} Env */

const { abort, undo, run } = createSession()

/** @param {string[]} names @param {string[]} options */
async function main(names, options) {
  const unknown = names.filter((name) => !SUITES[name])
  if (names.length === 0 || unknown.length > 0) {
    throw new PlainError(`Unknown: ${unknown.join(", ") || "nothing"}. Name some of ${Object.keys(SUITES).join(", ")}.`)
  }
  const problem = nodeProblem(process.versions.node)
  if (problem) throw new PlainError(problem)
  const suites = names.flatMap((name) => SUITES[name] ?? [])
  const env = {
    CHROMIUM_PATH: suites.some(({ browser }) => browser) ? chromium(process.env) : undefined,
    REFERENCE_DIR: suites.some(({ withReference }) => withReference) ? reference(process.env) : undefined,
  }

  const slot = takeSlot()
  undo.push(slot.release)
  await endLeftovers()
  const shops = suites.some(({ shops }) => shops)
  const step = createSteps(shops ? 5 : 2)
  await step("Installing packages", (note) => install({ abort, note }))
  if (shops) {
    await step("Building the plugin", (note) => buildPlugin({ abort, note }))
    await step("Building the shop", (note) => buildShop({ abort, note }))
  }
  // Benchmarks measure real commits; elsewhere nobody needs the data after a power cut.
  const settings = suites.some(({ durable }) => durable) ? {} : UNSAFE
  const cluster = await step("Starting PostgreSQL", (note) =>
    ensurePostgres({ dir: `${slot.path}-postgres`, settings, note }),
  )
  undo.push(cluster.stop)
  const server = cluster.url("postgres")
  const template =
    shops &&
    (await step("Seeding a template", (note) => ensureTemplate({ server, folder: `${slot.path}-files`, abort, note })))

  let total = ZERO
  for (const suite of suites) {
    console.log(`\n── ${suite.name} ──`)
    const own = template && suite.shops ? await serveFor(suite, suite.shops, template) : undefined
    total = add(total, await runJest(suite, { ...env, TEST_PG_URL: server, ...own?.env }, options))
    await own?.stop()
  }
  if (template) {
    console.log(`\n── ${LOG_SUITE.name} ──`)
    total = add(total, await runJest(LOG_SUITE, { TEST_LOGS: template.copies }, []))
  }
  return total
}

const UNSAFE = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }

/** Two runs in one checkout do not meet: each takes the first free slot, with a PostgreSQL and files of its own. */
function takeSlot() {
  for (let number = 1; ; number++) {
    const base = path.join(LOCAL, `test-${number}`)
    const lock = tryLock(`${base}.lock`)
    if ("release" in lock) return { path: base, release: lock.release }
  }
}

/**
 * A shop for each worker of jest, so that files of tests which wait do not wait for each other.
 * @param {import("./test/suites.mjs").Suite} suite
 * @param {number} count
 * @param {import("../../integration-tests/harness/template.mjs").Template} template
 */
async function serveFor(suite, count, template) {
  /** @type {Env[]} */
  const envs = []
  /** @type {(() => Promise<void>)[]} */
  const stops = []
  for (let number = 1; number <= count; number++) {
    const shop = await startShop(template, { databaseName: number === 1 ? suite.name : `${suite.name}-${number}` })
    undo.push(shop.stop)
    stops.push(shop.stop)
    envs.push({
      TEST_BASE_URL: shop.baseUrl,
      TEST_DATABASE_URL: shop.databaseUrl,
      TEST_WAREHOUSE_URL: shop.warehouseUrl,
      TEST_DEMO_JSON: path.join(shop.local, "demo.json"),
      TEST_SHOP_PID: String(shop.pid),
      LOCAL_DIR: shop.local,
    })
  }
  /** @type {Env} */
  const env = { TEST_TEMPLATE: JSON.stringify(template), TEST_SHOPS: JSON.stringify(envs), ...envs[0] }
  return {
    env,
    stop: async () => {
      for (const stop of stops) await stop()
    },
  }
}

/**
 * @param {import("./test/suites.mjs").Suite} suite
 * @param {Env} env
 * @param {string[]} options
 */
async function runJest(suite, env, options) {
  abort.throwIfAborted()
  const report = path.join(LOCAL, `jest-${process.pid}.json`)
  const args = [
    path.join(ROOT, "node_modules/jest/bin/jest.js"),
    ...["--rootDir", ROOT, "--testMatch", ...suite.match.map((pattern) => `${ROOT}/${pattern}`)],
    ...["--testTimeout", String(suite.minutes * MINUTE)],
    ...["--json", "--outputFile", report, "--passWithNoTests"],
    ...workersOf(suite),
    ...(suite.shops ? ["--setupFiles", path.join(ROOT, "integration-tests/harness/own-shop.mjs")] : []),
    ...options,
  ]
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules`
  const child = launch(process.execPath, args, { cwd: ROOT, env: { ...env, NODE_ENV: "test", NODE_OPTIONS } })
  const { pid } = child
  const onAbort = () => pid && stopGroup(pid, 5)
  abort.addEventListener("abort", onAbort)
  await new Promise((resolve) => child.once("exit", resolve))
  abort.removeEventListener("abort", onAbort)
  abort.throwIfAborted()
  const counts = countsOf(readJson(report))
  fs.rmSync(report, { force: true })
  return counts
}

/** @param {import("./test/suites.mjs").Suite} suite */
function workersOf({ parallel, shops = 1 }) {
  if (parallel) return []
  return shops > 1 ? ["--maxWorkers", String(shops)] : ["--runInBand"]
}

const [suites, options] = split(process.argv.slice(2))
const total = (await run(() => main(suites, options))) ?? { ...ZERO, failed: 1 }
if (total.passed + total.failed === 0) console.error("\nNo test ran.")
console.log(`\n${summary(total)}`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/** @param {string[]} args @returns {[string[], string[]]} */
function split(args) {
  const at = args.indexOf("--")
  return at < 0 ? [args, []] : [args.slice(0, at), args.slice(at + 1)]
}
