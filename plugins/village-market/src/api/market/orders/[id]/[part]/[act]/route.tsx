import { randomBytes } from "node:crypto"
import type { MedusaRequest } from "@medusajs/framework/http"
import {
  askReturnAsBuyer,
  cancelAsBuyer,
  receiveAsBuyer,
  Withdraw,
  withdrawAsBuyer,
} from "../../../../../../buyer/buyer-acts"
import { priceToCancel } from "../../../../../../buyer/price-to-cancel"
import { readForm } from "../../../../../../web/form"
import { ChooseLines, ConfirmCancel } from "../../../../../../web/orders/cancel-form"
import { ReturnForm } from "../../../../../../web/orders/return-form"
import { type PageContext, page } from "../../../../../../web/page"
import { buyerOrder } from "../../../../../../web/text/buyer-order"
import { readBody } from "../../../../../read-body"
import { noSuchOrder, ownPart } from "../../../own-order"
import { CancelSent, ReturnForm as ReturnSchema, textsOf, wantedOf } from "./forms"
import { whyRefused } from "./why-refused"

/** The page before a cancellation or a return: nothing has happened yet. */
export const GET = page(async (req, page) => {
  const { act } = req.params
  if (act === "cancel") return cancelPage(req, page)
  if (act === "return") return returnPage(req, page)
  throw noSuchOrder()
})

export const POST = page(async (req, page) => {
  const { order, part, links } = await ownPart(req)
  const holder = { order_id: order.order_id }
  const done = (what: string) => ({ redirect: `${links.home}&done=${what}#${part.id}` })
  try {
    switch (req.params.act) {
      case "received":
        await receiveAsBuyer(req.scope, holder, part.id)
        return done("received")
      case "withdraw":
        await withdrawAsBuyer(req.scope, holder, part.id, readBody(Withdraw, req.body).return_id)
        return done("withdrawn")
      case "cancel": {
        const sent = CancelSent.safeParse(req.body ?? {}).data
        if (!sent) return cancelPage(req, page, { reason: buyerOrder[page.lang].missing.reason })
        const lines = wantedOf(part.lines, req.body)
        await cancelAsBuyer(req.scope, holder, part.id, { reason: sent.reason, key: sent.once, lines })
        return done("cancelled")
      }
      case "return": {
        const t = buyerOrder[page.lang]
        const read = readForm(ReturnSchema, req.body ?? {}, (key) => t.missing[key as keyof typeof t.missing] ?? key)
        if (!read.ok) return returnPage(req, page, read.errors)
        await askReturnAsBuyer(req.scope, holder, part.id, read.value)
        return done("asked")
      }
    }
  } catch (error) {
    const why = whyRefused(error)
    if (!why) throw error
    return { redirect: `${links.home}&refused=${why}` }
  }
  throw noSuchOrder()
})

async function cancelPage(req: MedusaRequest, page: PageContext, errors?: Record<string, string>) {
  const { part, links, key } = await ownPart(req)
  const t = buyerOrder[page.lang]
  if (!part.may.cancel)
    return { redirect: `${links.home}&refused=${part.status === "packed" ? "not_yours" : "not_now"}` }
  const posted = req.method === "POST"
  const wanted = posted || req.query.review ? wantedOf(part.lines, posted ? req.body : req.query) : undefined
  const price = priceToCancel(part.lines, wanted)
  const some =
    part.lines.reduce((sum, { left }) => sum + left, 0) > 1 ? `${links.act(part, "cancel")}&some=1` : undefined
  if (req.query.some || !price.ok || (req.query.review && !wanted)) {
    const wrong = req.query.review ? { lines: t.missing.lines } : undefined
    return {
      status: wrong ? 400 : 200,
      body: <ChooseLines page={page} part={part} links={links} key={key} errors={wrong} />,
    }
  }
  const once = randomBytes(16).toString("hex")
  return {
    status: errors ? 400 : 200,
    body: <ConfirmCancel {...{ page, part, links, errors, wanted, once, some }} total={price.total} />,
  }
}

async function returnPage(req: MedusaRequest, page: PageContext, errors?: Record<string, string>) {
  const { part, links } = await ownPart(req)
  const open = part.may.ask_return && part.lines.some(({ returnable }) => returnable > 0)
  if (!open) return { redirect: `${links.home}&refused=${part.delivered_at ? "window_over" : "not_now"}` }
  const sent = errors ? textsOf(req.body) : undefined
  return {
    status: errors ? 400 : 200,
    body: <ReturnForm page={page} part={part} links={links} sent={sent} errors={errors} />,
  }
}
