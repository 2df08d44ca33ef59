/** PostgreSQL's code for a database that does not exist. */
const INVALID_CATALOG_NAME = "3D000"

/**
 * One statement on a connection of its own. The driver is loaded late: this file is read before anything is installed.
 * @param {string} url
 * @param {string} statement
 * @param {unknown[]} [values]
 * @returns {Promise<Record<string, unknown>[]>}
 */
export async function query(url, statement, values = []) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on("error", () => {})
  try {
    await client.connect()
    return (await client.query(statement, values)).rows
  } finally {
    await client.end()
  }
}

/** @param {string} url */
export const databaseName = (url) => decodeURIComponent(new URL(url).pathname.slice(1))

/** @param {string} name */
export const quoted = (name) => `"${name.replaceAll('"', '""')}"`

/** @param {string} url @param {string} database */
export function onSameServer(url, database) {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/**
 * Creates the database of this address when the server does not have it.
 * @param {string} url
 */
export async function ensureDatabase(url) {
  try {
    await query(url, "select 1")
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code !== INVALID_CATALOG_NAME) throw error
    await query(onSameServer(url, "postgres"), `create database ${quoted(databaseName(url))}`)
  }
}

/**
 * Names one database of one server for good: a dropped and recreated one, or a restored folder, is another.
 * @param {string} url
 */
export async function databaseIdentity(url) {
  const [row] = await query(
    url,
    "select system_identifier || ':' || (select oid from pg_database where datname = current_database()) as id from pg_control_system()",
  )
  return String(row?.id)
}
