import fs from "node:fs"
import path from "node:path"
import { readJson, writeJson } from "./files.mjs"
import { LOCAL } from "./paths.mjs"
import { identify, isAlive, isStale, signal, waitForEnd } from "./processes.mjs"

/** @typedef {import("./processes.mjs").Identity} Identity */

const FOLDER = path.join(LOCAL, "children")

/** Written down while it runs, for the start after a killed one. @param {import("node:child_process").ChildProcess} child */
export function register(child) {
  if (!child.pid) return
  const file = path.join(FOLDER, `${child.pid}.json`)
  writeJson(file, { child: identify(child.pid), parent: identify(process.pid) })
  child.once("exit", () => fs.rmSync(file, { force: true }))
}

/**
 * Asks the whole group to end, then insists.
 * @param {number} pid of the group's leader
 * @param {number} seconds
 */
export async function stopGroup(pid, seconds) {
  if (isAlive(pid)) {
    signal(pid, "SIGTERM")
    await waitForEnd(pid, seconds)
  }
  signal(-pid, "SIGKILL")
}

/**
 * Ends what killed starts left running: they end by themselves, but not at once, and must not work on the same files
 * as their successors.
 */
export async function endLeftovers() {
  if (!fs.existsSync(FOLDER)) return
  for (const name of fs.readdirSync(FOLDER).filter((name) => name.endsWith(".json"))) {
    const file = path.join(FOLDER, name)
    const found = /** @type {{ child: Identity, parent: Identity } | undefined} */ (readJson(file))
    if (found && !isStale(found.parent)) continue
    if (found && !isStale(found.child)) await stopGroup(found.child.pid, 10)
    fs.rmSync(file, { force: true })
  }
}
