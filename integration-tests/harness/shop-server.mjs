import crypto from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { shopEnvironment } from "../../src/scripts/start/environment.mjs"
import { readJson, writeJson } from "../../src/scripts/start/files.mjs"
import { anyFreePort } from "../../src/scripts/start/port.mjs"
import { serve } from "../../src/scripts/start/serve.mjs"
import { copyTemplate } from "./template.mjs"

/**
 * @typedef {import("./template.mjs").Template} Template
 *
 * @typedef {object} ShopOptions
 * @property {string} [databaseName] a shop started again under the name of an ended one goes on with its data
 * @property {import("../../src/scripts/start/run.mjs").Env} [env] on top of the demo shop's
 * @property {string} [cwd] a folder with another medusa-config
 * @property {string[]} [pages] what has to answer before the shop counts as served
 *
 * @typedef {object} Shop a running production build
 * @property {string} baseUrl
 * @property {string} databaseUrl
 * @property {string} warehouseUrl
 * @property {string} local its LOCAL_DIR, with demo.json and uploads
 * @property {string} log
 * @property {number} pid
 * @property {() => Promise<void>} stop lets requests under way finish
 * @property {() => Promise<void>} kill as a crash would
 */

/**
 * Starts a shop of its own on a copy of the seeded databases.
 * @param {Template} template
 * @param {ShopOptions} [options]
 * @returns {Promise<Shop>}
 */
export async function startShop(template, { databaseName, env = {}, cwd, pages } = {}) {
  const name = databaseName ?? `shop_${crypto.randomBytes(4).toString("hex")}`
  const { databaseUrl, local } = await copyTemplate(template, name)
  const shopEnv = shopEnvironment({ env, demo: true, databaseUrl, port: await anyFreePort(), local })
  /** @type {import("../../src/scripts/start/run.mjs").Env} */
  const all = { ...shopEnv, JOB_PULSE_SECONDS: "3", ...env }
  const log = freshLog(path.join(template.copies, name))
  writeJson(path.join(local, "test-secrets.json"), secretsOf(all), 0o600)
  const { pid, baseUrl, stop, kill } = await serve({ env: all, log, cwd, pages })
  const demoFile = path.join(local, "demo.json")
  const demo = /** @type {object | undefined} */ (readJson(demoFile))
  writeJson(demoFile, { ...demo, base_url: baseUrl }, 0o600)
  return { baseUrl, databaseUrl, warehouseUrl: all.WAREHOUSE_URL ?? "", local, log, pid, stop, kill }
}

/**
 * Every process of a shop has a log of its own: one started again would begin it anew, two would write over each other.
 * @param {string} base
 */
function freshLog(base) {
  for (let number = 1; ; number++) {
    const log = number === 1 ? `${base}.log` : `${base}-${number}.log`
    if (!fs.existsSync(log)) {
      fs.mkdirSync(path.dirname(log), { recursive: true })
      fs.writeFileSync(log, "")
      return log
    }
  }
}

/** What the log of this shop must not hold. @param {import("../../src/scripts/start/run.mjs").Env} env */
const secretsOf = (env) =>
  Object.fromEntries(
    Object.entries(env).filter(([name, value]) => /SECRET|KEY|TOKEN|PASS/.test(name) && (value?.length ?? 0) >= 12),
  )
