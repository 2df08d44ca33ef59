import { MedusaError } from "@medusajs/framework/utils"
import { answerReturnAsProducer, ReturnAnswer } from "../../../../../../seller/own-acts"
import { readOwnOrder } from "../../../../../../seller/own-orders"
import type { FieldErrors } from "../../../../../../web/fields"
import { type PageContext, page } from "../../../../../../web/page"
import { ReturnPage } from "../../../../../../web/producer-orders/return-page"
import { orders } from "../../../../../../web/text/orders"
import type { ProducerRequest } from "../../../../../actors"
import { refusedStep } from "../../../refused"
import { type Form, formOf } from "../../read-forms"

export const GET = page<ProducerRequest>(async (req, page) => <ReturnPage page={page} {...(await requestOf(req))} />)

/** Agrees to a return, refuses it with a reason, or has the goods back. */
export const POST = page<ProducerRequest<unknown>>(async (req, page) => {
  const { order, request } = await requestOf(req)
  const form = formOf(req.body)
  const again = async (status: number, errors: FieldErrors) => ({
    status,
    body: <ReturnPage page={page} {...(await requestOf(req))} note={form.note} errors={errors} />,
  })
  const errors = missing(form, page)
  if (errors) return again(400, errors)
  const read = ReturnAnswer.safeParse({
    answer: form.answer,
    ...(form.answer === "receive" ? { restock: form.restock === "yes" } : {}),
    ...(form.answer === "refuse" ? { note: form.note } : {}),
  })
  if (!read.success) throw new MedusaError(MedusaError.Types.INVALID_DATA, "Unknown answer")
  try {
    await answerReturnAsProducer(req.scope, req.producer, { id: order.id, return_id: request.id }, read.data)
  } catch (error) {
    const sentence = refusedStep(error, page.lang)
    if (!sentence) throw error
    return again(409, { main: sentence })
  }
  return { redirect: `/producer/orders/${order.id}?done=return_${read.data.answer}` }
})

function missing({ answer, note = "", restock }: Form, { lang }: PageContext): FieldErrors | undefined {
  const t = orders[lang]
  if (answer === "refuse" && note.trim().length < 3) return { note: t.reasonMissing }
  if (answer === "receive" && restock !== "yes" && restock !== "no") return { restock: t.restockMissing }
  return undefined
}

async function requestOf(req: ProducerRequest) {
  const order = await readOwnOrder(req.scope, req.producer.id, String(req.params.id))
  const request = order.returns.find(({ id }) => id === req.params.return)
  if (!request) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such request")
  return { order, request }
}
