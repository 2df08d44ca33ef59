import fs from "node:fs"
import path from "node:path"
import { ROOT } from "../start/paths.mjs"
import { PlainError } from "../start/run.mjs"

export const MINUTE = 60_000

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string[]} match globs below the checkout
 * @property {number} minutes a single test may take
 * @property {boolean} [parallel] its files share nothing
 * @property {number} [shops] served shops: one for each worker, shared by the files that it runs
 * @property {boolean} [browser]
 * @property {boolean} [withReference] files beside the checkout to compare with
 * @property {boolean} [durable] PostgreSQL as in earnest
 */

/** @type {Record<string, Suite>} */
export const SUITES = {
  unit: {
    name: "unit",
    match: ["plugins/*/src/**/*.spec.{ts,tsx}", "src/scripts/**/*.spec.mjs"],
    minutes: 0.25,
    parallel: true,
  },
  http: { name: "http", match: ["integration-tests/http/**/*.spec.ts"], minutes: 1, shops: 2 },
  conformance: {
    name: "conformance",
    match: ["integration-tests/conformance/**/*.spec.ts"],
    minutes: 2,
    shops: 1,
    withReference: true,
  },
  browser: {
    name: "browser",
    match: ["integration-tests/browser/**/*.spec.ts"],
    minutes: 2,
    shops: 1,
    browser: true,
  },
  long: {
    name: "long",
    match: ["integration-tests/**/*.long.ts", "plugins/*/src/**/*.long.ts"],
    minutes: 30,
    shops: 1,
    withReference: true,
  },
  bench: {
    name: "bench",
    match: ["integration-tests/benchmarks/**/*.bench.ts"],
    minutes: 30,
    shops: 1,
    durable: true,
  },
}

/** After all suites that were served a shop: over the logs of the whole run. @type {Suite} */
export const LOG_SUITE = { name: "log", match: ["integration-tests/log/*.spec.ts"], minutes: 5 }

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/** @param {import("../start/run.mjs").Env} env */
export function chromium(env) {
  const found = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : BROWSERS
  const path = found.find((file) => fs.existsSync(file))
  if (path) return path
  throw new PlainError(
    `The browser tests need Chromium, and there is none at ${found.join(", ")}. Install it (apt-get install chromium) or set CHROMIUM_PATH.`,
  )
}

/**
 * @param {import("../start/run.mjs").Env} env
 * @returns {string | undefined} the folder of reference files, when it is there
 */
export function reference(env) {
  const folder = path.resolve(ROOT, env.REFERENCE_DIR || "../shared/reference")
  if (fs.existsSync(folder)) return folder
  console.log(`The reference files are not there (${folder}): what compares with them is skipped.`)
  return undefined
}
