import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { type ActInput, actAsProducer, isCancelled } from "../../../../../seller/own-acts"
import { type OwnOrder, readOwnOrder } from "../../../../../seller/own-orders"
import type { FieldErrors } from "../../../../../web/fields"
import { type PageContext, page } from "../../../../../web/page"
import { CancelPage } from "../../../../../web/producer-orders/cancel-page"
import { OwnOrderPage } from "../../../../../web/producer-orders/order-page"
import { cash } from "../../../../../web/text/cash"
import { orderRefusals } from "../../../../../web/text/order-refusals"
import type { ProducerRequest } from "../../../../actors"
import { refusedStep } from "../../refused"
import { type CashRead, readCash } from "../read-cash"
import { type Form, formOf, readCancelForm, readHandOverForm } from "../read-forms"

const notFound = () => new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
const ownOrder = (req: ProducerRequest) => readOwnOrder(req.scope, req.producer.id, String(req.params.id))

/** The form to cancel with; every other deed is a button of the order's page. */
export const GET = page<ProducerRequest>(async (req, page) => {
  const order = await ownOrder(req)
  if (req.params.act !== "cancel") throw notFound()
  if (!order.may.includes("cancel")) return { redirect: `/producer/orders/${order.id}` }
  return <CancelPage page={page} order={order} once={randomUUID()} />
})

export const POST = page<ProducerRequest<unknown>>(async (req, page) => {
  const order = await ownOrder(req)
  const form = formOf(req.body)
  if (req.params.act === "cancel") {
    const { sent, once, errors, body } = readCancelForm(form, order, page.lang)
    if (await isCancelled(req.scope, order.id, once)) return { redirect: `/producer/orders/${order.id}?done=cancel` }
    if (!body) return { status: 400, body: <CancelPage page={page} order={order} {...{ once, sent, errors }} /> }
    return run({ act: "cancel", body })
  }
  const input = deedOf(String(req.params.act), form, order)
  if (!input) throw notFound()
  if ("refused" in input) {
    if (input.refused === "already_there") return { redirect: `/producer/orders/${order.id}?done=collect-cash` }
    return { status: 400, body: <OwnOrderPage page={page} order={order} errors={refusalOf(page, input.refused)} /> }
  }
  return run(input)

  /** Back to the order, which says what was done; a refusal stands on the order as it is by now. */
  async function run(input: ActInput) {
    try {
      await actAsProducer(req.scope, req.producer, order.id, input)
    } catch (error) {
      const sentence = refusedStep(error, page.lang)
      if (!sentence) throw error
      const body = <OwnOrderPage page={page} order={await ownOrder(req)} errors={{ next: sentence }} />
      return { status: MedusaError.isMedusaError(error) && error.type === MedusaError.Types.CONFLICT ? 409 : 400, body }
    }
    return { redirect: `/producer/orders/${order.id}?done=${input.act}` }
  }
})

type Refused = { refused: "already_there" | Exclude<CashRead, { ok: true }>["why"] }

const refusalOf = ({ lang }: PageContext, why: Exclude<Refused["refused"], "already_there">): FieldErrors =>
  why === "amount_wrong" ? { cash_amount: cash[lang].amountWrong } : { cash_code: orderRefusals[lang][why] }

function deedOf(act: string, form: Form, order: OwnOrder): ActInput | Refused | undefined {
  if (act === "accept" || act === "pack" || act === "unpack") return { act, body: {} }
  if (act !== "deliver" && act !== "hand-over" && act !== "collect-cash") return undefined
  const read = readCash(form, order, act === "collect-cash")
  if (!read.ok) return { refused: read.why }
  const cash = read.cash ? { cash: read.cash } : {}
  if (act === "deliver") return { act, body: cash }
  if (act === "hand-over") return { act, body: { ...readHandOverForm(form, order), ...cash } }
  // Nothing to collect any more: a button pressed twice.
  return read.cash ? { act, body: { cash: read.cash } } : { refused: "already_there" }
}
