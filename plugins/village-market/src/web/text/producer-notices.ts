import type { OrderRole } from "../../modules/trade/producer-order-status"
import type { PaymentMeans } from "../../modules/trade/rows"
import { money } from "../format"
import { asClause, newOrderSms } from "./messages"

/** What a producer, or whoever helps it, is told of a part; `goods` as "2 cái Bình gốm", `due` in whole đồng. */
export type ProducerNotice = {
  event: string
  no: string
  name: string
  goods: string
  due: number
  means: PaymentMeans
  by: OrderRole | undefined
  reason: string
  url: string
  hotline: string
}

const WHO: Record<OrderRole, string> = {
  buyer: "khách",
  producer: "bạn",
  operator: "ban quản lý chợ",
  system: "chợ",
}
const RETURN_REASON: Record<string, string> = {
  damaged: "hàng hỏng",
  wrong: "giao nhầm",
  not_as_described: "không đúng như mô tả",
  changed_mind: "đổi ý",
}

const toProducer: Record<string, (n: ProducerNotice) => string> = {
  part_placed: ({ no, goods, due, means, url }) => newOrderSms({ no, goods, total: money("vi", due), means, url }),
  answer_soon: ({ no, goods, url }) =>
    `Chợ làng nghề: đơn ${no} (${goods}) đang chờ bạn trả lời. Xin bấm nhận hoặc không nhận: ${url}`,
  part_cancelled: ({ no, goods, by = "system", url }) =>
    `Chợ làng nghề: ${WHO[by]} đã hủy ${goods} của đơn ${no}. Xin đừng gửi phần này. Xem: ${url}`,
  part_returned: ({ no, goods, by = "system", url }) =>
    `Chợ làng nghề: ${WHO[by]} ghi nhận khách đã trả lại ${goods} của đơn ${no}. Xem: ${url}`,
  return_asked: ({ no, goods, reason, url }) =>
    `Chợ làng nghề: khách xin trả ${goods} của đơn ${no} vì ${RETURN_REASON[reason] ?? asClause(reason)}. Xin trả lời: ${url}`,
  return_withdrawn: ({ no, goods, url }) =>
    `Chợ làng nghề: khách không trả lại ${goods} của đơn ${no} nữa. Xem: ${url}`,
}

/** A helper has no login to the shop it helps: it is told whom to call, and whom to ask. */
const toHelper: Record<string, (n: ProducerNotice) => string> = {
  answer_late: ({ no, name, goods, hotline }) =>
    `Chợ làng nghề: ${name} chưa trả lời đơn ${no} (${goods}). Nhờ bạn nhắc giúp. Cần hỏi, gọi ${hotline}`,
}

/** The short message of a part's notice, in Vietnamese: it goes to a phone, not to a reader with a language setting. */
export function producerSms(audience: "producer" | "helper", notice: ProducerNotice): string {
  const write = (audience === "helper" ? toHelper : toProducer)[notice.event]
  if (!write) throw new Error(`nobody knows what to tell a ${audience} of "${notice.event}"`)
  return write(notice)
}
