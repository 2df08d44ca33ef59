import {
  RECALL_ADVICE,
  RECALL_REASONS,
  type RecallAdvice,
  type RecallReason,
} from "../../modules/traceability/recall/recall-rules"
import type { Language } from "../language"
import { asClause } from "./messages"
import { recallWords } from "./recall-words"

/** What somebody is told of a recall or of its end; `link` leads to the reader's own page. */
export type RecallTold = {
  kind: "recall" | "lift"
  reason: string
  detail: string | null
  advice: string | null
  goods: string[]
  numbers: string[]
  codes: string[]
  /** The lot that was recalled, where the reader's own were made of it. */
  lot_code: string
  name: string
  link: string
  hotline: string
}
export type RecallMessage = { subject: string; text: string; sms: string }

const isReason = (word: string): word is RecallReason => RECALL_REASONS.some((one) => one === word)
const isAdvice = (word: string | null): word is RecallAdvice => RECALL_ADVICE.some((one) => one === word)

const because = (lang: Language, reason: string) => recallWords[lang].because[isReason(reason) ? reason : "other"]
const please = (lang: Language, advice: string | null) =>
  recallWords[lang].please[isAdvice(advice) ? advice : "stop_and_call"]

/** A short message has no room for long names. */
const NAMES = 50
const short = (goods: string[], otherwise: string) => {
  const named = goods.join(", ")
  return named.length <= NAMES ? named : otherwise
}

const words = {
  vi: {
    dear: (name: string) => `Chào ${name},`,
    recallSubject: (no: string) => `Xin đừng dùng hàng của đơn ${no}`,
    liftSubject: (no: string) => `Hàng của đơn ${no} dùng lại được`,
    stop: (goods: string, no: string, why: string) => `Anh/chị đừng dùng ${goods} trong đơn ${no} vì ${why}.`,
    again: (goods: string, no: string) =>
      `Việc thu hồi ${goods} trong đơn ${no} đã được gỡ. Anh/chị dùng hàng được như thường.`,
    lots: (codes: string) => `Mã lô in trên tem: ${codes}.`,
    said: (detail: string) => `Người thu hồi cho biết: ${detail}.`,
    call: (hotline: string) => `Cần hỏi, xin gọi ${hotline}.`,
    see: (link: string) => `Xem đơn hàng ở đây (ai có địa chỉ này đều xem được, xin giữ riêng cho mình):\n${link}`,
    sign: "Chợ làng nghề Ninh Bình",
    goods: "hàng",
    smsStop: (goods: string, no: string, why: string, hotline: string, link: string) =>
      `Chợ làng nghề: Anh/chị đừng dùng ${goods} trong đơn ${no} vì ${why}. Gọi ${hotline}. Xem: ${link}`,
    smsAgain: (goods: string, no: string, link: string) =>
      `Chợ làng nghề: đã gỡ thu hồi ${goods} trong đơn ${no}. Anh/chị dùng được như thường. Xem: ${link}`,
  },
  en: {
    dear: (name: string) => `Dear ${name},`,
    recallSubject: (no: string) => `Please do not use goods of order ${no}`,
    liftSubject: (no: string) => `The goods of order ${no} can be used again`,
    stop: (goods: string, no: string, why: string) => `Please do not use ${goods} of order ${no}: ${why}.`,
    again: (goods: string, no: string) =>
      `The recall of ${goods} of order ${no} is over. You can use the goods as usual.`,
    lots: (codes: string) => `Lot code on the label: ${codes}.`,
    said: (detail: string) => `Whoever recalled them says: ${detail}.`,
    call: (hotline: string) => `Questions? Please call ${hotline}.`,
    see: (link: string) =>
      `See your order here (whoever has this address can see it, so keep it to yourself):\n${link}`,
    sign: "Ninh Binh craft village market",
    goods: "the goods",
    smsStop: (goods: string, no: string, why: string, hotline: string, link: string) =>
      `Craft village market: please do not use ${goods} of order ${no}: ${why}. Call ${hotline}. See: ${link}`,
    smsAgain: (goods: string, no: string, link: string) =>
      `Craft village market: the recall of ${goods} of order ${no} is over, you can use them. See: ${link}`,
  },
}

/** To a buyer, in the language of the order. */
export function recallToBuyer(lang: Language, told: RecallTold): RecallMessage {
  const t = words[lang]
  const no = told.numbers.join(", ")
  const why = because(lang, told.reason)
  const goods = told.goods.join(", ")
  const brief = short(told.goods, t.goods)
  const { link, hotline, codes, detail } = told
  const frame = (lines: string[]) => [t.dear(told.name), ...lines, t.call(hotline), t.see(link), t.sign].join("\n\n")
  if (told.kind === "lift") {
    return { subject: t.liftSubject(no), text: frame([t.again(goods, no)]), sms: t.smsAgain(brief, no, link) }
  }
  const lines = [
    `${t.stop(goods, no, why)} ${please(lang, told.advice)}`,
    ...(detail ? [t.said(asClause(detail))] : []),
    t.lots(codes.join(", ")),
  ]
  return { subject: t.recallSubject(no), text: frame(lines), sms: t.smsStop(brief, no, why, hotline, link) }
}

/** To a household whose lot is recalled or was made of a recalled one; by SMS, in Vietnamese. */
export function recallToProducer({ kind, reason, codes, lot_code, link, hotline }: RecallTold): string {
  const own = codes.length > 3 ? `${codes.length} lô của bạn` : `lô ${codes.join(", ")} của bạn`
  if (kind === "lift") return `Chợ làng nghề: đã gỡ thu hồi ${own}. Bạn bán lại được. Xem: ${link}`
  const why = because("vi", reason)
  return codes.includes(lot_code)
    ? `Chợ làng nghề: ${own} bị thu hồi vì ${why}. Xin ngừng bán, ngừng giao. Gọi ${hotline}. Xem: ${link}`
    : `Chợ làng nghề: ${own} có dùng lô ${lot_code} đang bị thu hồi vì ${why}. Xin ngừng bán, ngừng giao. Gọi ${hotline}. Xem: ${link}`
}
