import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"] as const
export type Method = (typeof METHODS)[number]
export type Route = { method: Method; path: string }

const ROOT = join(__dirname, "../../..")
const OURS = join(ROOT, "plugins/village-market/src/api")

/** Every route of the plugin as Medusa reads it from the file tree: folder = path, exported method = method. */
export const ourRoutes = () => routesUnder(OURS, /^route\.tsx?$/, exportedFromSource)

/** Every route that Medusa itself serves under `/admin`. */
export const stockAdminRoutes = () => {
  const admin = [join(ROOT, "node_modules/@medusajs/medusa/dist/api/admin")].filter(existsSync)
  return admin
    .flatMap((folder) => routesUnder(folder, /^route\.js$/, exportedFromBuild))
    .map(({ method, path }) => ({ method, path: `/admin${path}` }))
}

/** Every route by which the installed Medusa itself writes, wherever it is served. */
export const stockWriteRoutes = () =>
  routesUnder(join(ROOT, "node_modules/@medusajs/medusa/dist/api"), /^route\.js$/, exportedFromBuild).filter(
    ({ method }) => !["GET", "HEAD", "OPTIONS"].includes(method),
  )

/** Pages of ours in Medusa's dashboard, by their addresses. */
export const ourDashboardPages = () =>
  readdirSync(join(OURS, "../admin/routes"), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "page.tsx")
    .map(({ parentPath }) => `/app/${relative(join(OURS, "../admin/routes"), parentPath)}`)

function routesUnder(folder: string, file: RegExp, exported: (source: string) => Method[]): Route[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && file.test(entry.name))
    .flatMap((entry) => {
      const path = `/${relative(folder, entry.parentPath)}`.replaceAll("\\", "/").replace(/\[([^\]]+)\]/g, ":$1")
      const methods = exported(readFileSync(join(entry.parentPath, entry.name), "utf8"))
      if (methods.length === 0)
        throw new Error(
          `No method found in ${join(entry.parentPath, entry.name)}: teach helpers/routes.ts how it is written`,
        )
      return methods.map((method) => ({ method, path: path === "/" ? "/" : path.replace(/\/$/, "") }))
    })
    .sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`))
}

function exportedFromSource(source: string): Method[] {
  const declared = [...source.matchAll(/^export (?:const|let|var|(?:async )?function) (\w+)/gm)].map(([, name]) => name)
  const listed = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((name) =>
      name
        .trim()
        .split(/\s+as\s+/)
        .at(-1),
    ),
  )
  return METHODS.filter((method) => declared.includes(method) || listed.includes(method))
}

const exportedFromBuild = (source: string) =>
  METHODS.filter((method) => new RegExp(`\\bexports\\.${method}\\b`).test(source))
