import fs from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { readJson } from "./files.mjs"
import { identify, isStale } from "./processes.mjs"

/** @typedef {import("./processes.mjs").Identity} Identity */

/** A takeover lasts milliseconds; a mark older than this was left by a killed process. */
const TAKEOVER_MS = 10_000

/**
 * link(2) fails when the name is taken and shows the whole content at once, which open(O_EXCL) does not.
 * @param {string} draft
 * @param {string} file
 */
function link(draft, file) {
  try {
    fs.linkSync(draft, file)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false
    throw error
  }
}

/** @param {string} file @param {string} draft */
function takeOver(file, draft) {
  const mark = `${file}.takeover`
  const age = Date.now() - (fs.statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  if (age > TAKEOVER_MS) fs.rmSync(mark, { force: true })
  if (!link(draft, mark)) return false
  try {
    // Read again under the mark: another process may have taken over since the first look.
    if (!isStale(readJson(file))) return false
    fs.rmSync(file, { force: true })
    return link(draft, file)
  } finally {
    fs.rmSync(mark, { force: true })
  }
}

/**
 * @param {string} file
 * @returns {{ release: () => void } | { heldBy: number }}
 */
export function tryLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, JSON.stringify(identify(process.pid)))
  fs.utimesSync(draft, new Date(), new Date())
  try {
    if (link(draft, file) || (isStale(readJson(file)) && takeOver(file, draft))) {
      return { release: () => fs.rmSync(file, { force: true }) }
    }
    const holder = /** @type {Identity | undefined} */ (readJson(file))
    return { heldBy: holder?.pid ?? 0 }
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

/**
 * @param {string} file
 * @param {AbortSignal} abort
 * @param {(pid: number) => void} onWait told once whom it waits for
 */
export async function waitForLock(file, abort, onWait) {
  for (let tries = 0; ; tries++) {
    abort.throwIfAborted()
    const lock = tryLock(file)
    if ("release" in lock) return lock
    if (tries === 0) onWait(lock.heldBy)
    await sleep(300)
  }
}
