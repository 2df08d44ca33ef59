import { model } from "@medusajs/framework/utils"

/** The 32 bytes (hexadecimal) without which an entry says nothing about its record. Kept apart, so that a person's data can be erased while the log stands. */
export const LogSalt = model.define("log_salt", {
  id: model.id({ prefix: "slt" }).primaryKey(),
  seq: model.number().unique(),
  salt: model.text(),
})
