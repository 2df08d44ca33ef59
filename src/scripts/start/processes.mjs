import { execFileSync } from "node:child_process"
import fs from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"

/** @param {number} pid @param {string} column */
function ps(pid, column) {
  try {
    return execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).trim()
  } catch {
    return ""
  }
}

/**
 * The fields of /proc/<pid>/stat behind the command's name, which may itself hold blanks and brackets.
 * @param {number} pid
 */
function procStat(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8")
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  } catch {
    return undefined
  }
}

/**
 * A zombie answers to kill(0) but is dead: nobody reaps in a container without an init.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"
  }
  return procStat(pid)?.[0] !== "Z"
}

/** @param {number} pid */
export function startedAt(pid) {
  return procStat(pid)?.[19] ?? ps(pid, "lstart")
}

/** @typedef {{ pid: number, started: string }} Identity a process, told from a later one of the same number */

/** @param {number} pid @returns {Identity} */
export const identify = (pid) => ({ pid, started: startedAt(pid) })

/**
 * @param {Identity | undefined} identity
 * @param {{ isAlive: (pid: number) => boolean, startedAt: (pid: number) => string }} [system]
 */
export function isStale(identity, system = { isAlive, startedAt }) {
  return !identity || !system.isAlive(identity.pid) || system.startedAt(identity.pid) !== identity.started
}

/** @param {number} pid */
export function commandLine(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
  } catch {
    return ps(pid, "command")
  }
}

/**
 * @param {number} pid
 * @param {number} seconds
 * @returns {Promise<boolean>} whether it ended in time
 */
export async function waitForEnd(pid, seconds) {
  const until = Date.now() + seconds * 1000
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await sleep(25)
  }
  return true
}

/**
 * Sends a signal to a process, or to its group when the number is negative; one that is gone already is fine.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function signal(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error
  }
}
