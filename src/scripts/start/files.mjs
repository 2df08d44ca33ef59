import fs from "node:fs"
import path from "node:path"

/**
 * The parsed file, or undefined when it is missing or was cut short.
 * @template T
 * @param {string} file
 * @returns {T | undefined}
 */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"))
  } catch {
    return undefined
  }
}

/**
 * Written beside its place and renamed, so that a start broken off here leaves the old file or the new one.
 * @param {string} file
 * @param {unknown} value
 * @param {number} [mode]
 */
export function writeJson(file, value, mode = 0o644) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode })
  fs.renameSync(draft, file)
}

/**
 * The last lines of a log, for an error message.
 * @param {string} file
 * @param {number} [lines]
 */
export function tail(file, lines = 25) {
  try {
    return fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n")
  } catch {
    return ""
  }
}
