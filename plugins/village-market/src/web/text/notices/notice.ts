import type { PaymentMeans } from "../../../modules/trade/rows"

/** What one buyer is told of one change; amounts in whole đồng. */
export type BuyerNotice = { buyer: string; link: string; hotline: string } & (
  | { event: "order_placed"; order_no: string; makers: string[]; total: number; means: PaymentMeans }
  | { event: "transfer_due"; order_no: string; amount: number; until: Date | null }
  | ({ event: "part_accepted"; expected_on: string | null } & Part)
  | ({
      event: "part_handed_over"
      carrier: string | null
      tracking_code: string | null
      cash_due: number
      /** What the buyer tells whoever takes the cash. */
      cash_code: string | null
      pickup: string | null
    } & Part)
  | ({ event: "part_delivered"; return_until: Date | null } & Part)
  | ({ event: "part_expired" } & Part)
  | ({ event: "part_cancelled"; by: "buyer" | "other"; whole: boolean; goods: string; reason: string } & Part & Back)
  | ({ event: "part_returned"; goods: string } & Part & Back)
  | ({ event: "return_accepted" | "return_refused"; goods: string; note: string | null } & Part)
  | ({ event: "money_refunded"; amount: number; means: PaymentMeans } & Part)
)
export type BuyerEvent = BuyerNotice["event"]
type Part = { part_no: string; maker: string }
/** `back` is what goes back to the buyer; zero where it was not paid yet. */
export type Back = { back: number; means: PaymentMeans }

/** A message ready to go: an e-mail's subject and text, or a short message, which holds 70 letters a part. */
export type Message = { subject: string; text: string; sms: string }

export type Told = { subject: string; lines: string[]; sms: string }
export type Write = { [E in BuyerEvent]: (n: Extract<BuyerNotice, { event: E }>) => Told }
/** The lines that there are. */
export const some = (...lines: (string | false | null)[]) => lines.filter((line) => typeof line === "string")
