import type { Language } from "../language"
import { en } from "./notices/en"
import type { BuyerNotice, Message, Told } from "./notices/notice"
import { vi } from "./notices/vi"

const FRAME = {
  vi: {
    dear: (name: string) => `Chào ${name},`,
    see: "Xem đơn hàng ở đây (ai có địa chỉ này đều xem được, xin giữ riêng cho mình):",
    help: (hotline: string) => `Cần giúp? Gọi ${hotline}.`,
    sign: "Chợ làng nghề Ninh Bình",
    sms: (text: string, link: string) => `Chợ làng nghề: ${text} Xem: ${link}`,
  },
  en: {
    dear: (name: string) => `Dear ${name},`,
    see: "See your order here (whoever has this address can see it, so keep it to yourself):",
    help: (hotline: string) => `Need help? Call ${hotline}.`,
    sign: "Ninh Binh craft village market",
    sms: (text: string, link: string) => `Craft village market: ${text} See: ${link}`,
  },
}

/** The message of a notice in the language the buyer ordered in. */
export function buyerMessage(lang: Language, notice: BuyerNotice): Message {
  const write = { vi, en }[lang][notice.event] as (n: BuyerNotice) => Told
  const { subject, lines, sms } = write(notice)
  const frame = FRAME[lang]
  const { buyer, link, hotline } = notice
  return {
    subject,
    text: [frame.dear(buyer), ...lines, `${frame.see}\n${link}`, frame.help(hotline), frame.sign].join("\n\n"),
    sms: frame.sms(sms, link),
  }
}
