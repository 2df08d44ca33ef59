import fs from "node:fs"
import path from "node:path"
import { endLeftovers } from "./children.mjs"
import { combine, fingerprint } from "./fingerprint.mjs"
import { waitForLock } from "./lock.mjs"
import { LOCAL, MEDUSA, PLUGIN, ROOT, SERVER } from "./paths.mjs"
import { run, runNode } from "./run.mjs"
import { forget, isDone, once, remember } from "./stamps.mjs"

/**
 * @typedef {import("./run.mjs").Env} Env
 * @typedef {{ abort: AbortSignal, note: (text: string) => void }} Progress
 */

const PLUGIN_PATH = path.relative(ROOT, PLUGIN)
const PLUGIN_OUTPUT = `${PLUGIN_PATH}/.medusa/server`

/** @param {string} file */
const isSpec = (file) => /\.spec\.(ts|tsx|mjs)$/.test(file)

/** What is to be installed; scripts and the like may change without an installation. */
function installKey() {
  const manifests = ["package.json", `${PLUGIN_PATH}/package.json`].map((file) => {
    const all = JSON.parse(fs.readFileSync(path.join(ROOT, file), "utf8"))
    const { dependencies, devDependencies, optionalDependencies, peerDependencies, overrides, workspaces } = all
    return JSON.stringify([
      dependencies,
      devDependencies,
      optionalDependencies,
      peerDependencies,
      overrides,
      workspaces,
    ])
  })
  return combine(process.version, process.arch, ...manifests, fingerprint(ROOT, ["package-lock.json"]))
}

const pluginKey = () =>
  combine(
    installKey(),
    fingerprint(
      ROOT,
      ["src", "package.json", "tsconfig.json"].map((file) => path.join(PLUGIN_PATH, file)),
      (file) => !isSpec(file),
    ),
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
 * One installation or build at a time in a checkout, whichever commands ask for it.
 * @param {Progress} progress
 * @param {() => Promise<boolean>} work
 */
async function exclusively({ abort, note }, work) {
  const lock = await waitForLock(path.join(LOCAL, "build.lock"), abort, (pid) => note(`waiting for process ${pid}`))
  try {
    await endLeftovers()
    note((await work()) ? "" : "nothing to do")
  } finally {
    lock.release()
  }
}

/** @param {Progress} progress */
export function install(progress) {
  return exclusively(progress, async () => {
    // npm writes this list last, so it is missing when an installation was broken off.
    const complete = fs.existsSync(path.join(ROOT, "node_modules/.package-lock.json"))
    if (complete && isDone("install", installKey())) return false
    forget("install")
    // The build needs the development packages, even where NODE_ENV or npm's settings leave them out.
    const args = ["install", "--include=dev", "--no-audit", "--no-fund"]
    await run("npm", args, { cwd: ROOT, name: "install", abort: progress.abort })
    remember("install", installKey())
    return true
  })
}

/** @param {Progress} progress @param {Env} [env] */
export function buildPlugin(progress, env = {}) {
  return exclusively(progress, async () => {
    if (!fs.existsSync(path.join(ROOT, PLUGIN_OUTPUT, "src"))) forget("plugin")
    return once("plugin", pluginKey(), () =>
      runNode([MEDUSA, "plugin:build"], {
        cwd: PLUGIN,
        env: { ...env, NODE_ENV: "production" },
        name: "build-plugin",
        abort: progress.abort,
      }),
    )
  })
}

/** @param {Progress} progress @param {Env} [env] */
export function buildShop(progress, env = {}) {
  return exclusively(progress, async () => {
    if (!fs.existsSync(path.join(SERVER, "medusa-config.js"))) forget("shop")
    return once("shop", shopKey(), () =>
      runNode([MEDUSA, "build"], {
        cwd: ROOT,
        env: { ...env, NODE_ENV: "production" },
        name: "build-shop",
        abort: progress.abort,
      }),
    )
  })
}
