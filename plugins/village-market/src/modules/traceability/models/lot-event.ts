import { model } from "@medusajs/framework/utils"

/**
 * One version of an EPCIS 2.0 event of a lot. `record` is the event as it is exported and as it was hashed; the other
 * columns repeat parts of it for queries. A trigger refuses UPDATE and DELETE: a correction is a further row with the
 * same `event_id` and an error declaration.
 */
export const LotEvent = model
  .define("lot_event", {
    id: model.id({ prefix: "lev" }).primaryKey(),
    lot_id: model.text().index(),
    event_id: model.text().index(),
    type: model.text(),
    action: model.text().nullable(),
    biz_step: model.text(),
    step: model.text(), // word of our vocabulary, see diary/vocabulary.ts
    event_time: model.dateTime().index(),
    event_time_zone_offset: model.text(),
    village_id: model.text().nullable(),
    commune_code: model.text(),
    note: model.text().nullable(),
    record: model.json(),
    request_key: model.text().nullable(),
    request_hash: model.text().nullable(),
  })
  .indexes([{ on: ["lot_id", "request_key"], unique: true, where: "request_key is not null" }])
