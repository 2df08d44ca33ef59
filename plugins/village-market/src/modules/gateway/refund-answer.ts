/**
 * What an answer says about one refund. `unknown`: the money may or may not have moved; it is looked up before
 * anything is sent again. `absent`: the gateway knows of no such refund.
 */
export type RefundAnswer =
  | { kind: "confirmed"; transactionNo: string }
  | { kind: "refused"; reason: string }
  | { kind: "unknown"; reason: string }
  | { kind: "absent" }
