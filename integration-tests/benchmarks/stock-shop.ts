import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/**
 * The same shop on the same database without the plugin's hooks, subscribers and routes: Medusa as it comes, with the
 * providers the baskets were made with. Answers the folder to serve from.
 */
export function stockShopFolder(root: string): string {
  const folder = join(root, ".local", "bench-stock")
  mkdirSync(folder, { recursive: true })
  const config = JSON.stringify(join(root, ".medusa", "server", "medusa-config.js"))
  writeFileSync(
    join(folder, "medusa-config.js"),
    `const config = require(${config})\nmodule.exports = { ...config, plugins: [], admin: { disable: true } }\n`,
  )
  // The command looks here to see that it is inside a project of Medusa's.
  writeFileSync(join(folder, "package.json"), JSON.stringify({ dependencies: { "@medusajs/medusa": "*" } }))
  return folder
}
