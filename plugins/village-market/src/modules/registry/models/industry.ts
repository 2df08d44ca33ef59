import { model } from "@medusajs/framework/utils"

/** The edition in force since 15 November 2025 (Decision 36/2025/QĐ-TTg). */
export const VSIC_VERSION = "2025"

export const industryId = (version: string, code: string) => `${version}:${code}`

/** A class of the Vietnam Standard Industrial Classification. The version belongs to the key: a bare code is ambiguous across editions. */
export const Industry = model
  .define("industry", {
    id: model.text().primaryKey(), // "<version>:<code>"
    version: model.text(),
    code: model.text(),
    level: model.number(),
    name: model.text(),
    section: model.text(),
    parent_code: model.text().nullable(),
  })
  .indexes([{ on: ["version", "code"], unique: true }])
