/** What a payer did: `fraud` has been debited, but VNPay does not call it paid. */
export const CHOICES = {
  success: { response: "00", status: "00", moved: true },
  fraud: { response: "07", status: "07", moved: true },
  cancel: { response: "24", status: "02", moved: false },
  funds: { response: "51", status: "02", moved: false },
} as const
export type Choice = keyof typeof CHOICES

/** Amounts in whole đồng; times as yyyyMMddHHmmss in Vietnam. */
export type Payment = {
  ref: string
  choice: Choice
  amount: number
  createDate: string
  payDate: string
  transactionNo: string
  bankCode: string
  info: string
}

/** `status` 05 is under way and becomes 00; 09 came back from the bank. */
export type Refund = {
  ref: string
  requestId: string
  type: string
  amount: number
  transactionNo: string
  payDate: string
  status: "00" | "05" | "09"
}

/** The gateway's own ledger of money, kept apart from everything the shop says. */
export class VnpayBook {
  readonly payments = new Map<string, Payment>()
  readonly refunds: Refund[] = []
  readonly requests = new Set<string>()
  #number = 14_000_000

  nextNumber = () => String(++this.#number)

  refundsOf = (ref: string) => this.refunds.filter((one) => one.ref === ref)

  /** Money a payer has parted with, whatever VNPay calls it. */
  taken(ref: string): number {
    const payment = this.payments.get(ref)
    return payment && CHOICES[payment.choice].moved ? payment.amount : 0
  }

  /** Money that has gone back to the payer. */
  givenBack = (ref: string) => sum(this.refundsOf(ref).filter(({ status }) => status === "00"))

  /** What could still be asked back: what has gone, or is going, back is no longer there. */
  left = (ref: string) => this.taken(ref) - sum(this.refundsOf(ref).filter(({ status }) => status !== "09"))
}

const sum = (refunds: Refund[]) => refunds.reduce((total, { amount }) => total + amount, 0)
