import { model } from "@medusajs/framework/utils"

/**
 * A one-time code sent to a phone. Only its HMAC is kept; `tries` is counted by one atomic UPDATE.
 * `address_hash` is a keyed hash of the sender's IP address, for the loose limit per address.
 */
export const LoginCode = model
  .define("login_code", {
    id: model.id({ prefix: "otp" }).primaryKey(),
    phone: model.text(),
    code_hash: model.text(),
    address_hash: model.text(),
    tries: model.number().default(0),
    expires_at: model.dateTime(),
    used_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["phone", "created_at"] }, { on: ["address_hash", "created_at"] }])
