import { model } from "@medusajs/framework/utils"

/**
 * One version of an EPCIS 2.0 event of a producer. `event` is the whole event, as its owner and the authorities read it;
 * `record` is the part that may become public, exactly as it was logged; the other columns repeat parts of `event` for
 * queries, with GS1's words as bare words. Version 0 is the event as captured; an error declaration is the next version
 * under the same `event_id`. `lot_id` is the lot in whose diary it stands, which makes `record` public. `created_at` is
 * EPCIS' recordTime. A trigger refuses UPDATE and DELETE. What an event names stands in `epcis_event_thing`.
 */
export const EpcisEvent = model.define("epcis_event", {
  id: model.id({ prefix: "eev" }).primaryKey(),
  producer_id: model.text(),
  event_id: model.text(),
  version: model.number().default(0),
  type: model.text(),
  action: model.text().nullable(),
  biz_step: model.text().nullable(),
  disposition: model.text().nullable(),
  event_time: model.dateTime(),
  event_time_zone_offset: model.text(),
  read_point: model.text().nullable(),
  biz_location: model.text().nullable(),
  error_reason: model.text().nullable(),
  error_time: model.dateTime().nullable(),
  capture_id: model.text().nullable(),
  lot_id: model.text().nullable(),
  step: model.text().nullable(), // word of our vocabulary, see diary/vocabulary.ts
  village_id: model.text().nullable(),
  commune_code: model.text(),
  note: model.text().nullable(),
  event: model.json(),
  event_salt: model.text().nullable(), // none for records from before there was a digest
  record: model.json(),
  request_key: model.text().nullable(),
  request_hash: model.text().nullable(),
})
