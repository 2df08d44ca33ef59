import { model } from "@medusajs/framework/utils"

/**
 * Passwords tried for one e-mail since `since`, known e-mail or not. Counted by one atomic statement before the
 * password is looked at; a right password removes the row.
 */
export const PasswordTry = model.define("password_try", {
  email: model.text().primaryKey(),
  tries: model.number(),
  since: model.dateTime(),
})
