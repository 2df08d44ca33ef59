import { model } from "@medusajs/framework/utils"

/**
 * A line of the log: `entry` is SHA-256(salt ‖ JCS of the record), `leaf` is SHA-256(0x00 ‖ entry) as RFC 6962 says,
 * both in hexadecimal. `seq` counts from 0 without gaps. A trigger refuses UPDATE and DELETE.
 */
export const LogEntry = model.define("log_entry", {
  id: model.id({ prefix: "log" }).primaryKey(),
  seq: model.number().unique(),
  event_row_id: model.text().unique(),
  entry: model.text(),
  leaf: model.text(),
})
