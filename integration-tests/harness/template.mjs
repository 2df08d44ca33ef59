import fs from "node:fs"
import path from "node:path"
import { buildKey } from "../../src/scripts/start/build.mjs"
import { databaseName, ensureDatabase, onSameServer, query, quoted } from "../../src/scripts/start/database.mjs"
import { shopEnvironment } from "../../src/scripts/start/environment.mjs"
import { combine } from "../../src/scripts/start/fingerprint.mjs"
import { anyFreePort } from "../../src/scripts/start/port.mjs"
import { migrate, seed, seedSources } from "../../src/scripts/start/serve.mjs"

/**
 * A migrated and seeded pair of databases with the files that belong to it, copied for every shop a test starts.
 * @typedef {{ server: string, shop: string, warehouse: string, files: string, copies: string }} Template
 *   server: URL of the cluster's own database; files: the seeded LOCAL_DIR; copies: where the shops' copies lie
 */

/**
 * Makes the template unless this cluster has one of the same code and data. It is made under another name and renamed
 * at the end, so one broken off is never used.
 * @param {{ server: string, folder: string, abort: AbortSignal, note: (text: string) => void }} options
 * @returns {Promise<Template>}
 */
export async function ensureTemplate({ server, folder, abort, note }) {
  const key = combine(buildKey(), seedSources()).slice(0, 12)
  const template = {
    server,
    shop: `template_${key}`,
    warehouse: `template_${key}_warehouse`,
    files: path.join(folder, `template_${key}`),
    copies: path.join(folder, "copies"),
  }
  fs.rmSync(template.copies, { recursive: true, force: true })
  const names = await databases(server)
  const complete = names.includes(template.shop) && names.includes(template.warehouse) && fs.existsSync(template.files)
  await dropAll(
    server,
    names.filter((name) => !complete || (name !== template.shop && name !== template.warehouse)),
  )
  if (complete) {
    note("nothing to do")
    return template
  }
  fs.rmSync(folder, { recursive: true, force: true })
  const draft = path.join(folder, "draft")
  fs.mkdirSync(draft, { recursive: true })
  const env = shopEnvironment({
    env: {},
    demo: true,
    databaseUrl: onSameServer(server, "draft"),
    port: await anyFreePort(),
    local: draft,
  })
  await ensureDatabase(env.DATABASE_URL ?? "")
  await ensureDatabase(env.WAREHOUSE_URL ?? "")
  await migrate({ env, abort })
  await seed({ env, abort })
  fs.renameSync(draft, template.files)
  await rename(server, databaseName(env.WAREHOUSE_URL ?? ""), template.warehouse)
  await rename(server, databaseName(env.DATABASE_URL ?? ""), template.shop)
  return template
}

/** @param {string} server @returns {Promise<string[]>} */
async function databases(server) {
  const rows = await query(server, "select datname from pg_database where not datistemplate and datname <> 'postgres'")
  return rows.map(({ datname }) => String(datname))
}

/** @param {string} server @param {string[]} names */
async function dropAll(server, names) {
  for (const name of names) await query(server, `drop database ${quoted(name)} with (force)`)
}

/** @param {string} server @param {string} from @param {string} to */
const rename = (server, from, to) => query(server, `alter database ${quoted(from)} rename to ${quoted(to)}`)

/**
 * A copy of the template's databases and files; the one made before under this name when there is one.
 * @param {Template} template
 * @param {string} name
 * @returns {Promise<{ databaseUrl: string, local: string }>}
 */
export async function copyTemplate(template, name) {
  const { server } = template
  const local = path.join(template.copies, name)
  if (!(await databases(server)).includes(name)) {
    await query(server, `create database ${quoted(`${name}_warehouse`)} template ${quoted(template.warehouse)}`)
    await query(server, `create database ${quoted(name)} template ${quoted(template.shop)}`)
    fs.cpSync(template.files, local, { recursive: true })
  }
  return { databaseUrl: onSameServer(server, name), local }
}
