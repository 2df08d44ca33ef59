import { randomUUID } from "node:crypto"
import { parsePrice, parseWhole } from "../../../modules/catalogue/parse-numbers"
import { stallSalesOfToday } from "../../../seller/stall"
import type { FieldErrors } from "../../../web/fields"
import { readForm } from "../../../web/form"
import { type PageContext, page } from "../../../web/page"
import { StallPage } from "../../../web/stall/stall-page"
import { openStallSale, StallSaleForm, stallGoods } from "../../../workflows/stall/open-stall-sale"
import type { ProducerRequest } from "../../actors"
import { formKey, textsOf } from "../lots/read-lot-form"
import { sayStall, stallField, stallProblem } from "./say-stall"

export const GET = page<ProducerRequest>((req, page) => show(req, page, {}))

/** One tap more and the QR is there; the same form sent twice is one sale. */
export const POST = page<ProducerRequest<unknown>>(async (req, page) => {
  const values = textsOf(req.body)
  const say = sayStall(page.lang)
  const amount = values.amount?.trim() ? parsePrice(values.amount) : undefined
  const quantity = values.listing_id && values.quantity?.trim() ? parseWhole(values.quantity) : undefined
  const read = readForm(
    StallSaleForm,
    {
      ...(amount ? { amount: amount.ok ? amount.value : Number.NaN } : {}),
      ...(values.listing_id ? { listing_id: values.listing_id } : {}),
      ...(quantity ? { quantity: quantity.ok ? quantity.value : Number.NaN } : {}),
      ...(values.description ? { description: values.description } : {}),
    },
    say,
  )
  if (!read.ok) return { status: 400, body: await show(req, page, values, read.errors) }
  const opened = await openStallSale(req.scope, req.producer, read.value, formKey(values))
  if (opened.ok) return { redirect: `/producer/stall/${opened.sale.id}` }
  const errors = { [stallField(opened.why)]: stallProblem(page.lang, opened) }
  return { status: 409, body: await show(req, page, values, errors) }
})

async function show(
  req: ProducerRequest<unknown>,
  page: PageContext,
  values: Record<string, string | undefined>,
  errors?: FieldErrors,
) {
  const [goods, today] = await Promise.all([
    stallGoods(req.scope, req.producer.id),
    stallSalesOfToday(req.scope, req.producer.id),
  ])
  const key = values.key ?? randomUUID()
  return <StallPage page={page} goods={goods} today={today} values={{ ...values, key }} errors={errors} />
}
