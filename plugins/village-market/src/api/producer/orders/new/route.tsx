import { randomUUID } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { TRADE } from "../../../../modules/trade"
import type { FieldErrors } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { Layout } from "../../../../web/layout"
import { type PageContext, page } from "../../../../web/page"
import { phoneOrders } from "../../../../web/text/phone-orders"
import { keyInOrder, PhoneOrderForm } from "../../../../workflows/key-in-order"
import { type OwnListing, ownListings } from "../../../../workflows/reads/own-listings"
import type { ProducerRequest } from "../../../actors"
import { sayPhoneOrder } from "../../../read-phone-order"
import { formKey, textsOf } from "../../lots/read-lot-form"
import { linesOf, type Values } from "./lines"
import { WhatScreen } from "./what-screen"
import { communesOf, provinces, WhereScreen } from "./where-screen"

/** What may be sold over the phone: the same as on the market. */
const forSale = async (req: ProducerRequest) =>
  (await ownListings(req.scope, req.producer.id)).filter(
    ({ published, stock, reserved }) => published && stock > reserved,
  )

export const GET = page<ProducerRequest>(async (req, page) => {
  const t = phoneOrders[page.lang]
  if (req.producer.status !== "approved") return <Refused page={page} reason={t.notOpen} />
  const listings = await forSale(req)
  if (listings.length === 0) return <Refused page={page} reason={t.noProducts} />
  return what(req, page, listings, { key: randomUUID(), province: (await provinces(req, page)).home })
})

/** Two screens in one address: what and for whom, then where; the second brings the answers of the first along. */
export const POST = page<ProducerRequest>(async (req, page) => {
  const t = phoneOrders[page.lang]
  if (req.producer.status !== "approved") return { status: 409, body: <Refused page={page} reason={t.notOpen} /> }
  const values = textsOf(req.body)
  const listings = await forSale(req)
  const say = sayPhoneOrder(page.lang)
  const answers = { ...values, lines: linesOf(values) }
  const first = readForm(PhoneOrderForm.omit({ commune: true, street: true }), answers, say)
  if (!first.ok) return { status: 400, body: await what(req, page, listings, values, first.errors) }
  const where = (status: number, errors?: FieldErrors) => whereScreen(req, page, { listings, values, status, errors })
  if (values.commune === undefined) return where(200)
  const whole = readForm(PhoneOrderForm, answers, say)
  if (!whole.ok) return where(400, whole.errors)
  const known = await communesOf(req, page, whole.value.province)
  if (!known.some(({ value }) => value === whole.value.commune)) return where(400, { commune: t.communeMissing })
  const { id, name } = req.producer
  try {
    const { order_id } = await keyInOrder(req.scope, { kind: "producer", id, name }, whole.value, formKey(values))
    const parts = await req.scope.resolve(TRADE).partsOfOrder(order_id)
    return { redirect: `/producer/orders/${parts.find(({ producer_id }) => producer_id === id)?.id}` }
  } catch (error) {
    if (!MedusaError.isMedusaError(error)) throw error
    return { status: 409, body: await what(req, page, listings, values, { lines: problem(error.message, t) }) }
  }
})

function problem(message: string, t: (typeof phoneOrders)["vi"]): string {
  if (/inventory|stock/i.test(message)) return t.notEnough
  return /cannot be bought|for sale|not published|no such product/i.test(message) ? t.notForSale : t.failed(message)
}

async function what(
  req: ProducerRequest,
  page: PageContext,
  listings: OwnListing[],
  values: Values,
  errors?: FieldErrors,
) {
  const { options } = await provinces(req, page)
  return <WhatScreen page={page} listings={listings} provinces={options} values={values} errors={errors} />
}

type Second = { listings: OwnListing[]; values: Values; status: number; errors?: FieldErrors }

async function whereScreen(req: ProducerRequest, page: PageContext, { listings, values, status, errors }: Second) {
  const communes = await communesOf(req, page, values.province ?? "")
  const body = <WhereScreen page={page} listings={listings} communes={communes} values={values} errors={errors} />
  return { status, body }
}

function Refused({ page, reason }: { page: PageContext; reason: string }) {
  const t = phoneOrders[page.lang]
  return (
    <Layout page={page} title={t.title}>
      <div class="narrow">
        <h1>{t.title}</h1>
        <p class="notice warn">{reason}</p>
        <p>
          <a href="/producer/orders">{t.back}</a>
        </p>
      </div>
    </Layout>
  )
}
