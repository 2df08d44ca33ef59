import { checkReferences } from "./check-references"
import type { Problem } from "./problem"
import { readTable } from "./table"
import { type ReferenceData, TABLES } from "./tables"

export type Parsed = { ok: true; data: ReferenceData } | { ok: false; problems: Problem[] }

/**
 * Reads and checks every row of every file, and each row against the rows it points at.
 * `files` maps a file's name to its bytes. Either all of it is good, or all problems come back.
 */
export function parseReferenceData(files: ReadonlyMap<string, Uint8Array>): Parsed {
  const read = {
    provinces: readTable(TABLES.provinces, files.get(TABLES.provinces.file)),
    communes: readTable(TABLES.communes, files.get(TABLES.communes.file)),
    ownCommunes: readTable(TABLES.ownCommunes, files.get(TABLES.ownCommunes.file)),
    formerUnits: readTable(TABLES.formerUnits, files.get(TABLES.formerUnits.file)),
    industries: readTable(TABLES.industries, files.get(TABLES.industries.file)),
    categories: readTable(TABLES.categories, files.get(TABLES.categories.file)),
    vatRates: readTable(TABLES.vatRates, files.get(TABLES.vatRates.file)),
    shippingRates: readTable(TABLES.shippingRates, files.get(TABLES.shippingRates.file)),
    shippingRegions: readTable(TABLES.shippingRegions, files.get(TABLES.shippingRegions.file)),
    commissionRates: readTable(TABLES.commissionRates, files.get(TABLES.commissionRates.file)),
    withholdingRates: readTable(TABLES.withholdingRates, files.get(TABLES.withholdingRates.file)),
    orderTimeLimits: readTable(TABLES.orderTimeLimits, files.get(TABLES.orderTimeLimits.file)),
    lotYields: readTable(TABLES.lotYields, files.get(TABLES.lotYields.file)),
    traceFields: readTable(TABLES.traceFields, files.get(TABLES.traceFields.file)),
    certificateTerms: readTable(TABLES.certificateTerms, files.get(TABLES.certificateTerms.file)),
    villages: readTable(TABLES.villages, files.get(TABLES.villages.file)),
    products: readTable(TABLES.products, files.get(TABLES.products.file)),
  }
  const problems = [...Object.values(read).flatMap((content) => content.problems), ...checkReferences(read)]
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    data: {
      provinces: read.provinces.rows.map(({ row }) => row),
      communes: read.communes.rows.map(({ row }) => row),
      ownCommunes: read.ownCommunes.rows.map(({ row }) => row),
      formerUnits: read.formerUnits.rows.map(({ row }) => row),
      industries: read.industries.rows.map(({ row }) => row),
      categories: read.categories.rows.map(({ row }) => row),
      vatRates: read.vatRates.rows.map(({ row }) => row),
      shippingRates: read.shippingRates.rows.map(({ row }) => row),
      shippingRegions: read.shippingRegions.rows.map(({ row }) => row),
      commissionRates: read.commissionRates.rows.map(({ row }) => row),
      withholdingRates: read.withholdingRates.rows.map(({ row }) => row),
      orderTimeLimits: read.orderTimeLimits.rows.map(({ row }) => row),
      lotYields: read.lotYields.rows.map(({ row }) => row),
      traceFields: read.traceFields.rows.map(({ row }) => row),
      certificateTerms: read.certificateTerms.rows.map(({ row }) => row),
      villages: read.villages.rows.map(({ row }) => row),
      products: read.products.rows.map(({ row }) => row),
    },
  }
}
