import path from "node:path"
import { fileURLToPath } from "node:url"

/** The checkout, whatever folder the command was called from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..")
/** Everything this checkout writes besides its builds: databases, secrets, uploads, stamps, logs. */
export const LOCAL = path.join(ROOT, ".local")
export const LOGS = path.join(LOCAL, "logs")
export const PLUGIN = path.join(ROOT, "plugins/village-market")
/** Holds builds only: each build of Medusa's deletes the folder first. */
export const SERVER = path.join(ROOT, ".medusa/server")
export const MEDUSA = path.join(ROOT, "node_modules/@medusajs/cli/cli.js")
