import path from "node:path"
import { readJson, writeJson } from "./files.mjs"
import { LOCAL } from "./paths.mjs"

const FILE = path.join(LOCAL, "stamps.json")

/** @returns {Record<string, string>} */
const read = () => readJson(FILE) ?? {}

/**
 * Does the work unless it was finished before for the same key. The stamp is taken away first and set last, so
 * work broken off counts as not done.
 * @param {string} name
 * @param {string} key what the work depends on
 * @param {() => Promise<unknown>} work
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function once(name, key, work) {
  const { [name]: done, ...others } = read()
  if (done === key) return false
  writeJson(FILE, others)
  await work()
  writeJson(FILE, { ...read(), [name]: key })
  return true
}
