import fs from "node:fs"
import path from "node:path"
import { combine, fingerprint } from "./fingerprint.mjs"
import { waitForLock } from "./lock.mjs"
import { LOCAL, MEDUSA, PLUGIN, ROOT, SERVER } from "./paths.mjs"
import { run, runNode } from "./run.mjs"
import { once } from "./stamps.mjs"

/** @typedef {import("./run.mjs").Env} Env */
/** @typedef {{ abort: AbortSignal, note: (text: string) => void }} Progress */

const PLUGIN_PATH = path.relative(ROOT, PLUGIN)
const PLUGIN_OUTPUT = `${PLUGIN_PATH}/.medusa/server`

/** @param {string} file */
const isSpec = (file) => /\.spec\.(ts|tsx|mjs)$/.test(file)

/** What is to be installed; scripts and the like may change without an installation. */
function installKey() {
  const manifests = ["package.json", `${PLUGIN_PATH}/package.json`].map((file) => {
    const all = JSON.parse(fs.readFileSync(path.join(ROOT, file), "utf8"))
    const { dependencies, devDependencies, optionalDependencies, peerDependencies, overrides, workspaces } = all
    return JSON.stringify([dependencies, devDependencies, optionalDependencies, peerDependencies, overrides, workspaces])
  })
  return combine(process.version, process.arch, ...manifests, fingerprint(ROOT, ["package-lock.json"]))
}

const pluginKey = () =>
  combine(
    installKey(),
    fingerprint(ROOT, ["src", "package.json", "tsconfig.json"].map((file) => path.join(PLUGIN_PATH, file)), (file) => !isSpec(file)),
  )

/** The plugin's built dashboard pages are bundled into the shop's; the rest of the plugin is only referred to. */
const shopKey = () =>
  combine(
    installKey(),
    fingerprint(ROOT, ["src", "medusa-config.ts", "tsconfig.json", "package.json"], (file) => !file.endsWith(".mjs")),
    fingerprint(ROOT, [`${PLUGIN_OUTPUT}/src/admin`]),
  )

/** Changes whenever the built code does. */
export const buildKey = () => combine(pluginKey(), shopKey())

/**
 * @param {Progress} progress
 */
export async function install({ abort, note }) {
  const lock = await waitForLock(path.join(LOCAL, "build.lock"), (pid) => note(`waiting for process ${pid}`))
  try {
    // npm writes this list last, so it is missing when an installation was broken off.
    const complete = fs.existsSync(path.join(ROOT, "node_modules/.package-lock.json"))
    if (complete && (await isStamped())) return note("nothing to do")
    await once("install", "", npmInstall)
    await once("install", installKey(), async () => {})
  } finally {
    lock.release()
  }
}
