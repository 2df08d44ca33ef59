import { execFile, spawn } from "node:child_process"
import crypto from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { promisify } from "node:util"
import { query } from "./database.mjs"
import { readJson, tail, writeJson } from "./files.mjs"
import { ROOT } from "./paths.mjs"
import { anyFreePort, isFree } from "./port.mjs"
import { areaOf, installBinaries, makeFolder } from "./postgres-files.mjs"
import { commandLine, isAlive, signal, waitForEnd } from "./processes.mjs"
import { PlainError } from "./run.mjs"

/**
 * @typedef {import("./postgres-files.mjs").Area} Area
 *
 * What a checkout remembers of a cluster, in `<dir>.json`.
 * @typedef {{ checkout: string, folder: string, password: string, port?: number }} State
 *
 * @typedef {object} Cluster
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {string} folder where its data lies
 * @property {(database: string) => string} url
 * @property {() => Promise<void>} stop
 */

/** Letters beyond ASCII are lowered alike on every machine, whatever locales it has. */
const INITDB = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
const USER = "postgres"
const TRIES = 5

/** @param {Area} area */
const asOwner = ({ owner, folder }) => ({ ...owner, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: "C" } })

/**
 * Starts the embedded PostgreSQL of this checkout, or adopts the one that an earlier, killed start left running.
 * The caller holds a lock: two callers must not share a dir.
 * @param {{ dir: string, port?: number, settings?: Record<string, string>, note?: (text: string) => void }} options
 *   dir: such as `<checkout>/.local/postgres`; as root only `<dir>.json` lies there and names where the rest is
 * @returns {Promise<Cluster>}
 */
export async function ensurePostgres({ dir, port, settings = {}, note = () => {} }) {
  const area = areaOf(dir)
  const state = claim(dir, area, note)
  makeFolder(area, dir)
  const bin = installBinaries(area)
  if (!fs.existsSync(area.data)) await initialise(bin, area, state.password)
  checkVersion(bin, area)

  const running = await adopt(area, state)
  if (running) note("adopted the one still running")
  const { pid, port: served } = running ?? (await start(bin, area, state, port, settings))
  writeJson(`${dir}.json`, { ...state, port: served }, 0o600)
  return {
    port: served,
    pid,
    folder: area.folder,
    url: (database) => address(state.password, served, database),
    stop: () => stop(pid),
  }
}

/** @param {string} password @param {number} port @param {string} database */
const address = (password, port, database) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`

/**
 * Data without the state file belong to a checkout that is gone: its password is lost, and its secrets too. They are
 * moved aside, never deleted.
 * @param {string} dir
 * @param {Area} area
 * @param {(text: string) => void} note
 * @returns {State}
 */
function claim(dir, area, note) {
  const stored = /** @type {State | undefined} */ (readJson(`${dir}.json`))
  if (stored?.folder === area.folder) return stored
  if (stored && !fs.existsSync(stored.checkout) && fs.existsSync(stored.folder) && !fs.existsSync(area.folder)) {
    fs.mkdirSync(path.dirname(area.folder), { recursive: true })
    fs.renameSync(stored.folder, area.folder)
    return { ...stored, checkout: ROOT, folder: area.folder }
  }
  const moved = stored && area.folder === dir && fs.existsSync(area.data)
  if (moved) return { ...stored, checkout: ROOT, folder: area.folder }
  if (fs.existsSync(area.data)) {
    const aside = `${area.folder}.left-${new Date().toISOString().replaceAll(":", "-")}`
    fs.renameSync(area.folder, aside)
    note(`the data of an earlier checkout lie in ${aside}`)
  }
  const state = { checkout: ROOT, folder: area.folder, password: crypto.randomBytes(24).toString("hex") }
  writeJson(`${dir}.json`, state, 0o600)
  return state
}

/** @param {string} bin @param {Area} area @param {string} password */
async function initialise(bin, area, password) {
  const draft = `${area.data}.new`
  const passwordFile = `${draft}.password`
  fs.rmSync(draft, { recursive: true, force: true })
  fs.mkdirSync(draft, { mode: 0o700 })
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (area.owner) for (const file of [draft, passwordFile]) fs.chownSync(file, area.owner.uid, area.owner.gid)
  const args = [
    `--pgdata=${draft}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    ...INITDB,
  ]
  try {
    await promisify(execFile)(path.join(bin, "initdb"), args, asOwner(area))
  } catch (error) {
    throw new PlainError(`PostgreSQL could not make its data folder: ${/** @type {Error} */ (error).message}`)
  } finally {
    fs.rmSync(passwordFile, { force: true })
  }
  fs.renameSync(draft, area.data)
}

/** @param {string} bin @param {Area} area */
function checkVersion(bin, area) {
  const data = fs.readFileSync(path.join(area.data, "PG_VERSION"), "utf8").trim()
  const program = path.basename(path.dirname(bin)).match(/^postgres-(\d+)/)?.[1]
  if (program === data) return
  throw new PlainError(
    `The data in ${area.data} were written by PostgreSQL ${data}, the installed one is ${program}. Dump them with the older one, or move the folder away to begin anew.`,
  )
}

/**
 * The postmaster that serves this data folder, by its own lock file. One whose number now belongs to another process,
 * or that was copied along with the folder, is removed: PostgreSQL would refuse to start over it.
 * @param {Area} area
 */
function postmaster(area) {
  const file = path.join(area.data, "postmaster.pid")
  if (!fs.existsSync(file)) return undefined
  const [pid = "", data = "", , port = ""] = fs.readFileSync(file, "utf8").split("\n")
  if (!isAlive(Number(pid))) return undefined
  if (data === area.data && commandLine(Number(pid)).includes(area.data))
    return { pid: Number(pid), port: Number(port) }
  fs.rmSync(file)
  return undefined
}

/** @param {Area} area @param {State} state */
async function adopt(area, state) {
  const found = postmaster(area)
  if (!found) return undefined
  // It may just be starting up, recovering, or shutting down for the start before this one.
  for (let tries = 0; tries < 150 && isAlive(found.pid); tries++) {
    if (await answers(address(state.password, found.port, "postgres"))) return found
    await sleep(200)
  }
  if (!isAlive(found.pid)) return undefined
  throw new PlainError(
    `PostgreSQL already runs as process ${found.pid} on ${area.data} but does not answer. See ${area.log}`,
  )
}

/** @param {string} url */
async function answers(url) {
  try {
    await query(url, "select 1")
    return true
  } catch {
    return false
  }
}

/**
 * @param {string} bin
 * @param {Area} area
 * @param {State} state
 * @param {number | undefined} wanted
 * @param {Record<string, string>} settings
 */
async function start(bin, area, state, wanted, settings) {
  const fixed = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    timezone: "UTC",
    log_timezone: "UTC",
  }
  const flags = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => ["-c", `${name}=${value}`])
  const remembered = wanted ?? state.port
  for (let tries = 1; ; tries++) {
    const port = remembered && tries === 1 && (await isFree(remembered)) ? remembered : await anyFreePort()
    const log = fs.openSync(area.log, "w")
    const child = spawn(path.join(bin, "postgres"), ["-D", area.data, "-p", String(port), ...flags], {
      ...asOwner(area),
      detached: true,
      stdio: ["ignore", log, log],
    })
    fs.closeSync(log)
    child.unref()
    const ended = new Promise((resolve) => {
      child.once("exit", resolve)
      child.once("error", resolve)
    })
    const up = await Promise.race([ended.then(() => false), untilAnswering(address(state.password, port, "postgres"))])
    if (up && child.pid) return { pid: child.pid, port }
    if (child.pid && isAlive(child.pid)) await stop(child.pid)
    const message = tail(area.log)
    // Another program took the port in between, or the processes of a killed postmaster are still ending.
    const passing = /could not bind|pre-existing shared memory|lock file .* already exists/i.test(message)
    if (!passing || tries === TRIES)
      throw new PlainError(`PostgreSQL did not start. The end of ${area.log}:\n\n${message}`)
    await sleep(1000)
  }
}

/** @param {string} url */
async function untilAnswering(url) {
  // Recovery after a crash may take a while.
  for (let tries = 0; tries < 1200; tries++) {
    if (await answers(url)) return true
    await sleep(50)
  }
  return false
}

/** A fast shutdown, which ends open sessions; the immediate one only when that hangs. @param {number} pid */
async function stop(pid) {
  signal(pid, "SIGINT")
  if (await waitForEnd(pid, 30)) return
  signal(pid, "SIGQUIT")
  await waitForEnd(pid, 10)
}
