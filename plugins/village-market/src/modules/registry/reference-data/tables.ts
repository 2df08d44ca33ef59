import { SHIPPING_AREAS } from "../../../shipping/area"
import { SHIPPING_MEANS } from "../../../shipping/shipping-price"
import { TRACE_CERTAINTIES, TRACE_DUTIES, TRACE_FIELDS } from "../../traceability/profile/trace-fields"
import { TIME_LIMITS } from "../../trade/time-limits"
import { TAX_ACTIVITIES } from "../../trade/withholding"
import { code, coordinate, integer, list, number, oneOf, optional, phrases, text } from "./cell"
import { type Row, table } from "./table"

const provinceCode = code(/^\d{2}$/, "a province's code of two digits")
const communeCode = code(/^\d{5}$/, "a commune's code of five digits")
const industryCode = code(/^([A-V]|\d{2,5})$/, "a code of VSIC: a letter, or two to five digits")
const id = code(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id of small letters, digits and hyphens")
const isoDate = code(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "a date like 2026-07-01")
const price = integer(1, 10_000_000_000)

/** The files of `data/` as README.md there describes them. */
export const TABLES = {
  provinces: table("provinces.csv", ["code"], {
    code: provinceCode,
    name: text,
    full_name: text,
    name_en: text,
  }),
  communes: table("communes.csv", ["code"], {
    code: communeCode,
    full_name: text,
    province_code: provinceCode,
  }),
  ownCommunes: table("ninh-binh-communes.csv", ["code"], {
    code: communeCode,
    name: text,
    type: oneOf("Phường", "Xã", "Đặc khu"),
    name_en: text,
    former_province: text,
    former_district: text,
    latitude: coordinate("latitude"),
    longitude: coordinate("longitude"),
    area_km2: number(0.01, 10_000),
  }),
  formerUnits: table("ninh-binh-former-units.csv", ["code", "commune_code"], {
    code: communeCode,
    name: text,
    district: text,
    province: text,
    commune_code: communeCode,
  }),
  industries: table("vsic-2025.csv", ["code"], {
    code: industryCode,
    level: integer(1, 5),
    name: text,
    section: code(/^[A-V]$/, "a section of VSIC, one letter"),
    parent_code: optional(industryCode),
  }),
  categories: table("categories.csv", ["id"], {
    id,
    name_vi: text,
    name_en: text,
    rank: integer(1, 1000),
    vsic_codes: list(industryCode),
  }),
  vatRates: table("vat-rates.csv", ["id"], {
    id,
    method: oneOf("presumptive", "deduction"),
    rate_bp: integer(0, 2_000),
    valid_from: isoDate,
    valid_to: optional(isoDate),
    basis: text,
  }),
  shippingRates: table("shipping-rates.csv", ["id"], {
    id,
    area: oneOf(...SHIPPING_AREAS),
    means: oneOf(...SHIPPING_MEANS),
    over_grams: integer(0, 10_000_000),
    to_grams: integer(1, 10_000_000),
    price: integer(0, 100_000_000),
    per_kg: integer(0, 1_000_000),
    valid_from: isoDate,
    valid_to: optional(isoDate),
    basis: text,
  }),
  commissionRates: table("commission-rates.csv", ["id"], {
    id,
    producer_kind: oneOf("household", "cooperative", "company", "any"),
    vsic_prefix: optional(industryCode),
    rate_bp: integer(0, 5_000),
    valid_from: isoDate,
    valid_to: optional(isoDate),
    basis: text,
  }),
  shippingRegions: table("shipping-regions.csv", ["province_code"], {
    province_code: provinceCode,
    region: oneOf("north", "central", "south"),
  }),
  withholdingRates: table("withholding-rates.csv", ["id"], {
    id,
    activity: oneOf(...TAX_ACTIVITIES),
    vat_bp: integer(0, 2_000),
    pit_bp: integer(0, 2_000),
    valid_from: isoDate,
    valid_to: optional(isoDate),
    basis: text,
    certainty: text,
  }),
  orderTimeLimits: table("order-time-limits.csv", ["id"], {
    id,
    step: oneOf(...TIME_LIMITS),
    hours: integer(1, 10_000),
    valid_from: isoDate,
    valid_to: optional(isoDate),
    basis: text,
  }),
  lotYields: table("lot-yields.csv", ["id"], {
    id,
    input_words: phrases,
    output_words: phrases,
    input_unit: text,
    output_unit: text,
    least: number(0, 1000),
    most: number(0.001, 1000),
    valid_from: isoDate,
    valid_to: optional(isoDate),
    basis: text,
  }),
  traceFields: table("trace-fields.csv", ["id"], {
    id,
    field: oneOf(...TRACE_FIELDS),
    name_vi: text,
    name_en: text,
    duty: oneOf(...TRACE_DUTIES),
    valid_from: isoDate,
    valid_to: optional(isoDate),
    basis: text,
    certainty: oneOf(...TRACE_CERTAINTIES),
  }),
  certificateTerms: table("certificate-terms.csv", ["id"], {
    id,
    kind: oneOf("ocop"),
    months: integer(1, 600),
    valid_from: isoDate,
    valid_to: optional(isoDate),
    basis: text,
    certainty: text,
  }),
  villages: table("craft-villages.csv", ["id"], {
    id,
    name: text,
    craft: text,
    commune_code: communeCode,
    former_commune: optional(text),
    former_district: optional(text),
    former_province: optional(text),
    vsic_codes: list(industryCode),
    latitude: coordinate("latitude"),
    longitude: coordinate("longitude"),
    coordinate_source: oneOf("centroid", "approximate", "surveyed"),
    recognised: text,
    certainty_exists: oneOf("high", "medium", "low"),
    certainty_former_commune: oneOf("high", "medium", "low"),
    certainty_commune: oneOf("high", "medium", "low"),
    sources: text,
  }),
  products: table("products.csv", ["id"], {
    id,
    name: text,
    title: text,
    material: optional(text),
    category: id,
    village_id: optional(id),
    commune_code: communeCode,
    unit: text,
    price_min: price,
    price_max: price,
    weight_grams: integer(1, 10_000_000),
    vsic_code: industryCode,
    hs6: code(/^\d{6}$/, "a code of the Harmonized System of six digits"),
    ocop_stars: optional(integer(1, 5)),
    certainty_ocop: text,
    certainty_commune: text,
    perishable: oneOf("yes", "no"),
    shelf_life_days: optional(integer(1, 10_000)),
    note: optional(text),
    sources: text,
  }),
}

export type TableName = keyof typeof TABLES
export type ReferenceData = {
  [K in TableName]: Row<(typeof TABLES)[K]["columns"]>[]
}
