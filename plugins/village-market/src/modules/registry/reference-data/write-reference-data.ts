import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { industryId, VSIC_VERSION } from "../models/industry"
import type { ReferenceData } from "./tables"

export type Count = { added: number; changed: number; same: number }

type Target = {
  key: string
  columns: Record<string, string>
  rows: Record<string, unknown>[]
  /** Rows that are there stay as they are; one that differs is refused, since a price once in force is never rewritten. */
  appendOnly?: true
}

const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, "text"]))

/** Per table of the database: its columns with their PostgreSQL types, and its rows. */
function targets(data: ReferenceData) {
  const own = new Map(data.ownCommunes.map((commune) => [commune.code, commune]))
  return {
    province: { key: "code", columns: texts("code", "name", "full_name", "name_en"), rows: data.provinces },
    commune: {
      key: "code",
      columns: {
        ...texts("code", "full_name", "province_code", "former_province", "former_district"),
        latitude: "real",
        longitude: "real",
        area_km2: "real",
      },
      rows: data.communes.map((commune) => ({ ...own.get(commune.code), ...commune })),
    },
    former_unit: {
      key: "id",
      columns: texts("id", "code", "name", "district", "province", "commune_code"),
      rows: data.formerUnits.map((unit) => ({ ...unit, id: `fmu_${unit.code}_${unit.commune_code}` })),
    },
    industry: {
      key: "id",
      columns: { ...texts("id", "version", "code", "name", "section", "parent_code"), level: "integer" },
      rows: data.industries.map((industry) => ({
        ...industry,
        id: industryId(VSIC_VERSION, industry.code),
        version: VSIC_VERSION,
      })),
    },
    category: {
      key: "id",
      columns: { ...texts("id", "name_vi", "name_en"), vsic_codes: "text[]", rank: "integer" },
      rows: data.categories,
    },
    vat_rate: {
      key: "id",
      columns: { id: "text", method: "text", rate_bp: "integer", valid_from: "text", valid_to: "text", basis: "text" },
      rows: data.vatRates,
    },
    shipping_rate: {
      key: "id",
      columns: {
        ...texts("id", "area", "means", "valid_from", "valid_to", "basis"),
        ...{ over_grams: "integer", to_grams: "integer", price: "integer", per_kg: "integer" },
      },
      rows: data.shippingRates,
      appendOnly: true,
    },
    shipping_region: {
      key: "province_code",
      columns: texts("province_code", "region"),
      rows: data.shippingRegions,
    },
    commission_rate: {
      key: "id",
      columns: {
        ...texts("id", "producer_kind", "vsic_prefix", "valid_from", "valid_to", "basis"),
        rate_bp: "integer",
      },
      rows: data.commissionRates,
    },
    withholding_rate: {
      key: "id",
      columns: {
        ...texts("id", "activity", "valid_from", "valid_to", "basis", "certainty"),
        vat_bp: "integer",
        pit_bp: "integer",
      },
      rows: data.withholdingRates,
    },
    order_time_limit: {
      key: "id",
      columns: { ...texts("id", "step", "valid_from", "valid_to", "basis"), hours: "integer" },
      rows: data.orderTimeLimits,
    },
    lot_yield: {
      key: "id",
      columns: {
        ...texts("id", "input_unit", "output_unit", "valid_from", "valid_to", "basis"),
        ...{ input_words: "text[]", output_words: "text[]", least: "double precision", most: "double precision" },
      },
      rows: data.lotYields,
    },
    trace_field: {
      key: "id",
      columns: texts(...["id", "field", "name_vi", "name_en", "duty", "valid_from", "valid_to", "basis", "certainty"]),
      rows: data.traceFields,
    },
    certificate_term: {
      key: "id",
      columns: { ...texts("id", "kind", "valid_from", "valid_to", "basis", "certainty"), months: "integer" },
      rows: data.certificateTerms,
    },
    craft_village: {
      key: "id",
      columns: {
        ...texts("id", "name", "craft", "commune_code", "former_commune", "former_district", "former_province"),
        ...texts("coordinate_source", "recognised"),
        vsic_codes: "text[]",
        latitude: "real",
        longitude: "real",
        certainty: "jsonb",
      },
      rows: data.villages.map((village) => ({
        ...village,
        certainty: {
          exists: village.certainty_exists,
          former_commune: village.certainty_former_commune,
          commune: village.certainty_commune,
        },
      })),
    },
  } satisfies Record<string, Target>
}

export type Counts = Record<keyof ReturnType<typeof targets>, Count>

/**
 * Writes all of it in one transaction and touches only rows that differ. Rows that the files no longer name stay:
 * orders and households may point at them.
 */
export async function writeReferenceData(connection: Knex, data: ReferenceData): Promise<Counts> {
  return connection.transaction(async (transaction) => {
    const counts: Partial<Counts> = {}
    // Always in this order, so that two imports at once wait for each other instead of locking up.
    for (const [name, target] of Object.entries(targets(data))) {
      const write: typeof upsert = "appendOnly" in target ? append : upsert
      counts[name as keyof Counts] = await write(transaction, name, target)
    }
    return counts as Counts
  })
}

async function upsert(transaction: Knex.Transaction, name: string, { key, columns, rows }: Target): Promise<Count> {
  const names = Object.keys(columns)
  const rest = names.filter((column) => column !== key)
  const typed = Object.entries(columns).map(([column, type]) => `${column} ${type}`)
  const { rows: written } = await transaction.raw<{
    rows: { added: boolean }[]
  }>(
    `INSERT INTO "${name}" AS t (${names.join(", ")})
     SELECT ${names.join(", ")} FROM jsonb_to_recordset(?::jsonb) AS r (${typed.join(", ")}) ORDER BY ${key}
     ON CONFLICT (${key}) DO UPDATE
       SET ${rest.map((column) => `${column} = excluded.${column}`).join(", ")}, updated_at = now(), deleted_at = NULL
       WHERE (${rest.map((column) => `t.${column}`).join(", ")}, t.deleted_at)
         IS DISTINCT FROM (${rest.map((column) => `excluded.${column}`).join(", ")}, NULL::timestamptz)
     RETURNING xmax = 0 AS added`,
    [JSON.stringify(rows)],
  )
  const added = written.filter((row) => row.added).length
  return {
    added,
    changed: written.length - added,
    same: rows.length - written.length,
  }
}

async function append(transaction: Knex.Transaction, name: string, { key, columns, rows }: Target): Promise<Count> {
  const names = Object.keys(columns)
  const typed = Object.entries(columns).map(([column, type]) => `${column} ${type}`)
  const given = `jsonb_to_recordset(?::jsonb) AS r (${typed.join(", ")})`
  const json = JSON.stringify(rows)
  const { rows: added } = await transaction.raw<{ rows: unknown[] }>(
    `INSERT INTO "${name}" (${names.join(", ")}) SELECT ${names.join(", ")} FROM ${given} ORDER BY ${key}
     ON CONFLICT (${key}) DO NOTHING RETURNING 1`,
    [json],
  )
  const { rows: differing } = await transaction.raw<{ rows: { key: string }[] }>(
    `SELECT r.${key} AS key FROM ${given} JOIN "${name}" t USING (${key})
     WHERE (${names.map((column) => `t.${column}`).join(", ")}) IS DISTINCT FROM (${names.map((column) => `r.${column}`).join(", ")})`,
    [json],
  )
  if (differing.length > 0) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${name}: ${differing.map(({ key }) => `"${key}"`).join(", ")} differs from what was brought in before. A row is never rewritten: add another with its own id and date.`,
    )
  }
  return { added: added.length, changed: 0, same: rows.length - added.length }
}
