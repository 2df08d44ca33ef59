import { date, dateTime, money } from "../../format"
import { type Back, some, type Write } from "./notice"

const vnd = (amount: number) => money("en", amount)
const PAID = {
  vnpay: "paid by VNPay",
  stripe: "paid by card",
  bank: "paid by bank transfer",
  cash: "to be paid in cash on delivery",
}
const BY = { vnpay: "through VNPay", stripe: "by card" }
const enBack = ({ back, means }: Back) => {
  if (back === 0) return "You had not paid for this, so there is nothing to pay."
  if (means === "cash") return `${vnd(back)} that you paid in cash has to go back to you. We will call you.`
  if (means === "bank") return `${vnd(back)} goes back to the account you paid from. We will call you.`
  return `${vnd(back)} goes back ${BY[means]} to where you paid from. We tell you once the bank has confirmed.`
}
const enBackSms = ({ back, means }: Back) =>
  back > 0
    ? `${vnd(back)} goes back to you${means === "vnpay" || means === "stripe" ? ` ${BY[means]}` : ""}.`
    : "Nothing to pay for it."

export const en: Write = {
  order_placed: ({ order_no, makers, total, means }) => ({
    subject: `Order ${order_no} has been received`,
    lines: [
      `The market has received your order ${order_no} from ${makers.join(", ")}.`,
      `In all ${vnd(total)}, ${PAID[means]}.`,
      "Each maker packs and sends its goods separately. We tell you when something changes.",
    ],
    sms: `order ${order_no} received, ${vnd(total)}, ${PAID[means]}.`,
  }),
  transfer_due: ({ order_no, amount, until }) => ({
    subject: `Order ${order_no} waits for your bank transfer`,
    lines: some(
      `We have taken down order ${order_no} and keep the goods for you. Please transfer ${vnd(amount)} to confirm it.`,
      until !== null &&
        `Transfer before ${dateTime("en", until)}. If the money has not come by then, the order is called off.`,
      "The QR code and the account are on the order's page below.",
    ),
    sms: `please transfer ${vnd(amount)} for order ${order_no}${until === null ? "" : ` before ${dateTime("en", until)}`}.`,
  }),
  part_accepted: ({ part_no, maker, expected_on }) => ({
    subject: `${maker} has accepted order ${part_no}`,
    lines: some(
      `${maker} has accepted order ${part_no} and is getting it ready.`,
      expected_on !== null && `Expected to be ready on ${date("en", expected_on)}.`,
    ),
    sms: `${maker} has accepted order ${part_no}.`,
  }),
  part_handed_over: ({ part_no, maker, carrier, tracking_code, cash_due, cash_code, pickup }) => ({
    subject: `${maker} has sent order ${part_no}`,
    lines: some(
      pickup === null ? `The goods of order ${part_no} have left ${maker}.` : `Order ${part_no} is at ${pickup}.`,
      carrier !== null && `Carrier: ${carrier}${tracking_code === null ? "" : `, tracking code ${tracking_code}`}.`,
      cash_due > 0 && `Please pay ${vnd(cash_due)} in cash when you get it.`,
      cash_code !== null && `Having paid, tell the code ${cash_code} to who took the money.`,
    ),
    sms: `${maker} has sent order ${part_no}${carrier === null ? "" : ` with ${carrier}`}${tracking_code === null ? "" : `, code ${tracking_code}`}.${cash_due > 0 ? ` Pay ${vnd(cash_due)} on delivery, then tell code ${cash_code}.` : ""}`,
  }),
  part_delivered: ({ part_no, maker, return_until }) => ({
    subject: `Order ${part_no} was delivered`,
    lines: some(
      `The goods of ${maker} in order ${part_no} have arrived. Thank you.`,
      return_until !== null && `Damaged or not as ordered? You may ask for a return until ${date("en", return_until)}.`,
    ),
    sms: `order ${part_no} of ${maker} was delivered. Thank you.`,
  }),
  part_expired: ({ part_no, maker }) => ({
    subject: `Order ${part_no} was cancelled, as it was not paid`,
    lines: [`No money came for order ${part_no} (${maker}), so it was cancelled. You are welcome to order again.`],
    sms: `order ${part_no} was cancelled, as it was not paid.`,
  }),
  part_cancelled: ({ part_no, maker, by, whole, goods, reason, ...back }) => ({
    subject: whole ? `Order ${part_no} was cancelled` : `A part of order ${part_no} was cancelled`,
    lines: some(
      `${by === "buyer" ? "As you asked, this" : "We are sorry: this"} was cancelled in order ${part_no} of ${maker}: ${goods}.`,
      by !== "buyer" && reason !== "" && `Reason: ${reason}`,
      enBack(back),
      "The goods of other makers in your order are not affected.",
    ),
    sms: `cancelled: ${goods} (order ${part_no}, ${maker}). ${enBackSms(back)}`,
  }),
  part_returned: ({ part_no, maker, goods, ...back }) => ({
    subject: `${maker} has the goods back`,
    lines: [`${maker} has got back ${goods} of order ${part_no}.`, enBack(back)],
    sms: `${maker} has got back ${goods} (order ${part_no}). ${enBackSms(back)}`,
  }),
  return_accepted: ({ part_no, maker, goods, note }) => ({
    subject: `${maker} takes the goods back`,
    lines: some(
      `${maker} agrees to take back ${goods} of order ${part_no}.`,
      note,
      "Once the goods have arrived, the maker confirms it and your money goes back to you.",
    ),
    sms: `${maker} agrees to take back ${goods} (order ${part_no}).`,
  }),
  return_refused: ({ part_no, maker, goods, note, hotline }) => ({
    subject: `${maker} does not take the goods back`,
    lines: some(
      `${maker} does not take back ${goods} of order ${part_no}.`,
      note !== null && `Reason: ${note}`,
      `If you think this is not right, please call ${hotline}.`,
    ),
    sms: `${maker} does not take back ${goods} (order ${part_no}). Not right? Call ${hotline}.`,
  }),
  money_refunded: ({ part_no, amount, means }) => ({
    subject: `${vnd(amount)} of order ${part_no} was refunded`,
    lines: [
      means === "vnpay" || means === "stripe"
        ? `The bank has confirmed the refund of ${vnd(amount)} of order ${part_no} to where you paid from.`
        : `${vnd(amount)} of order ${part_no} was returned to you.`,
    ],
    sms: `${vnd(amount)} of order ${part_no} was refunded.`,
  }),
}
