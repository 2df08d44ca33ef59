import crypto from "node:crypto"
import path from "node:path"
import { readJson, writeJson } from "./files.mjs"
import { LOCAL, ROOT } from "./paths.mjs"

/** @typedef {import("./run.mjs").Env} Env */

/** As package.json's "engines" says. */
const NODE = /** @type {const} */ ([20, 19])

/** Without these a shop that is not a demonstration must not start: there is no safe default for any. */
const REQUIRED = [
  "JWT_SECRET",
  "COOKIE_SECRET",
  "ENCRYPTION_KEY",
  "HOLDING_KEY",
  "TRACE_LOG_KEY",
  "PUBLIC_URL",
  "SMS_GATEWAY_URL",
  "SMS_GATEWAY_TOKEN",
]

const SECRETS = [
  "JWT_SECRET",
  "COOKIE_SECRET",
  "ENCRYPTION_KEY",
  "HOLDING_KEY",
  "TRACE_LOG_KEY",
  "VNPAY_HASH_SECRET",
  "SEPAY_WEBHOOK_SECRET",
  "STRIPE_WEBHOOK_SECRET",
]

/**
 * @param {string} version such as "20.19.0"
 * @returns {string | undefined} what is wrong with it
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return undefined
  return `This needs Node.js ${NODE.join(".")} or later, and this is ${version}. Get one from https://nodejs.org`
}

/**
 * A database of one's own holds a real shop, so demo mode must then be asked for.
 * @param {"start" | "serve" | "dev"} mode
 * @param {Env} env
 */
export function isDemo(mode, env) {
  if (env.DEMO_MODE) return env.DEMO_MODE === "true"
  return mode !== "serve" && !env.DATABASE_URL
}

/**
 * @param {Env} env
 * @returns {string[]} the names of required variables that are not set
 */
export function missingSecrets(env) {
  return REQUIRED.filter((name) => !env[name])
}

/**
 * Secrets of the demonstration, made once. Those of the environment win.
 * @param {Env} env
 * @param {string} file
 * @returns {Env}
 */
export function demoSecrets(env, file) {
  const stored = /** @type {Env} */ (readJson(file) ?? {})
  const all = Object.fromEntries(SECRETS.map((name) => [name, stored[name] ?? crypto.randomBytes(32).toString("hex")]))
  if (SECRETS.some((name) => !stored[name])) writeJson(file, all, 0o600)
  return Object.fromEntries(SECRETS.map((name) => [name, env[name] || all[name]]))
}

/**
 * The warehouse's address when none is given: a second database on the same server.
 * @param {string} databaseUrl
 */
export function warehouseUrl(databaseUrl) {
  const url = new URL(databaseUrl)
  url.pathname = `${url.pathname}_warehouse`
  return url.href
}

/**
 * Everything the shop reads from its environment, beyond what the user set.
 * @param {{ env: Env, demo: boolean, databaseUrl: string, port: number, local?: string }} from
 * @returns {Env}
 */
export function shopEnvironment({ env, demo, databaseUrl, port, local = LOCAL }) {
  const own = {
    DATABASE_URL: databaseUrl,
    WAREHOUSE_URL: env.WAREHOUSE_URL || warehouseUrl(databaseUrl),
    PORT: String(port),
    UPLOAD_DIR: env.UPLOAD_DIR ? path.resolve(env.UPLOAD_DIR) : path.join(local, "uploads"),
    DATA_DIR: path.join(ROOT, "data"),
    LOCAL_DIR: local,
    NODE_ENV: "production",
  }
  if (!demo) return { ...own, DEMO_MODE: "false" }
  return {
    ...own,
    ...demoSecrets(env, path.join(local, "secrets.json")),
    // The terminal at the stand-in, where a demonstration pays unless VNPAY_PAY_URL names VNPay's own sandbox.
    VNPAY_TMN_CODE: env.VNPAY_TMN_CODE || "LANGNGHE",
    DEMO_MODE: "true",
    PUBLIC_URL: env.PUBLIC_URL || `http://localhost:${port}`,
    // The demonstration's logins are known to everybody: it is reachable from this machine alone unless told otherwise.
    HOST: env.HOST || "127.0.0.1",
  }
}
