import fs from "node:fs"
import path from "node:path"
import { readJson, writeJson } from "./files.mjs"
import { LOCAL } from "./paths.mjs"

/** One file each, as two commands may set different stamps at once. @param {string} name */
const fileOf = (name) => path.join(LOCAL, "stamps", `${name}.json`)

/** @param {string} name @param {string} key what the work depends on */
export const isDone = (name, key) => readJson(fileOf(name)) === key

/** @param {string} name */
export const forget = (name) => fs.rmSync(fileOf(name), { force: true })

/** @param {string} name @param {string} key */
export const remember = (name, key) => writeJson(fileOf(name), key)

/**
 * Does the work unless it was finished before for the same key. The stamp is taken away first and set last, so work
 * broken off counts as not done.
 * @param {string} name
 * @param {string} key
 * @param {() => Promise<unknown>} work
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function once(name, key, work) {
  if (isDone(name, key)) return false
  forget(name)
  await work()
  remember(name, key)
  return true
}
