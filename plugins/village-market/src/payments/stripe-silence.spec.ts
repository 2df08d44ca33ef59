import Stripe from "stripe"
import { stripeSilence } from "./stripe-silence"

const now = new Date("2026-11-24T07:00:00Z")
const named = { external_id: "cs_1", expires_at: now }
const lost = { external_id: null, expires_at: now }
const refused = (raw: { code?: string; param?: string }) =>
  new Stripe.errors.StripeInvalidRequestError({ type: "invalid_request_error", message: "no", ...raw })

it.each([
  ["a session Stripe does not know", refused({ code: "resource_missing" }), named, "nothing"],
  ["a lost session whose time is over", refused({ param: "expires_at" }), lost, "nothing"],
  [
    "a lost session that may still be open",
    refused({ param: "expires_at" }),
    { ...lost, expires_at: new Date(now.getTime() + 1) },
    "silent",
  ],
  ["a lost session refused for another reason", refused({ param: "locale" }), lost, "silent"],
  ["a request Stripe would not read", refused({ code: "parameter_unknown" }), named, "silent"],
  ["a refusal without a code", refused({}), named, "silent"],
  ["an end that says nothing of a session we can name", refused({ param: "expires_at" }), named, "silent"],
  [
    "a wrong key",
    new Stripe.errors.StripeAuthenticationError({ type: "authentication_error", message: "no" }),
    named,
    "silent",
  ],
  ["a lost connection", new Stripe.errors.StripeConnectionError({ message: "cut" } as never), named, "silent"],
])("%s", (_, error, attempt, kind) => {
  expect(stripeSilence(error, attempt, now)).toMatchObject({ kind })
})
