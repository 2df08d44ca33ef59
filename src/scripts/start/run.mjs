import { spawn } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import { register, stopGroup } from "./children.mjs"
import { tail } from "./files.mjs"
import { LOGS } from "./paths.mjs"

/** A message for the user; its stack says nothing more. */
export class PlainError extends Error {}

/** @typedef {Record<string, string | undefined>} Env */

const PRELOAD = `--import=${new URL("./end-with-parent.mjs", import.meta.url).href}`

/**
 * @param {Env} env
 * @returns {NodeJS.ProcessEnv}
 */
function childEnv(env) {
  const merged = { ...process.env, ...env }
  const options = (merged.NODE_OPTIONS ?? "").split(" ").filter((option) => option && option !== PRELOAD)
  return { ...merged, NODE_OPTIONS: [...options, PRELOAD].join(" "), MEDUSA_DISABLE_TELEMETRY: "true" }
}

/**
 * Starts a child as leader of its own process group: Ctrl-C in a terminal then reaches the start alone, which stops
 * the parts in their order.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Env, log?: string }} options without a log the output goes to the terminal
 */
export function launch(command, args, { cwd, env = {}, log }) {
  if (log) fs.mkdirSync(path.dirname(log), { recursive: true })
  const out = log ? fs.openSync(log, "w") : "inherit"
  const child = spawn(command, args, { cwd, env: childEnv(env), detached: true, stdio: ["ignore", out, out] })
  if (typeof out === "number") fs.closeSync(out)
  register(child)
  return child
}

/**
 * Runs a command to its end, its output in a log.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Env, name: string, abort: AbortSignal }} options
 * @returns {Promise<void>}
 */
export function run(command, args, { cwd, env, name, abort }) {
  const log = path.join(LOGS, `${name}.log`)
  return new Promise((resolve, reject) => {
    abort.throwIfAborted()
    const child = launch(command, args, { cwd, env, log })
    const onAbort = () => child.pid && stopGroup(child.pid, 5)
    abort.addEventListener("abort", onAbort)
    child.once("error", (error) => reject(new PlainError(`${command} could not be run: ${error.message}`)))
    child.once("exit", (code, killedBy) => {
      abort.removeEventListener("abort", onAbort)
      if (abort.aborted) reject(abort.reason)
      else if (code === 0) resolve()
      else reject(new PlainError(`It ended with ${killedBy ?? `code ${code}`}. The end of ${log}:\n\n${tail(log)}`))
    })
  })
}

/**
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} options
 */
export const runNode = (args, options) => run(process.execPath, args, options)
