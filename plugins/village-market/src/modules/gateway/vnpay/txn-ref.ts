import { randomBytes } from "node:crypto"

/** A vnp_TxnRef never used before: the day on VNPay's clock and 64 random bits, letters and digits only. */
export const newTxnRef = (createDate: string) =>
  `LN${createDate.slice(0, 8)}${randomBytes(8).toString("hex").toUpperCase()}`
