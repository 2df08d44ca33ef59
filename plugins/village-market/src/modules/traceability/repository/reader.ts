/** Whose events a reader may see: a producer its own, an official those of its commune, or of the whole province. */
export type Reader = { producer_id: string } | { commune_code: string } | { province: true }

/** A piece of SQL with the values for its question marks. */
export type Sql = { sql: string; values: (string | number | boolean | string[])[] }

/** The condition on `epcis_event`, under this alias, by which a reader sees no more than it may. */
export function visibleTo(reader: Reader, alias: string): Sql {
  if ("producer_id" in reader) return { sql: `${alias}.producer_id = ?`, values: [reader.producer_id] }
  if ("commune_code" in reader) return { sql: `${alias}.commune_code = ?`, values: [reader.commune_code] }
  return { sql: "true", values: [] }
}
