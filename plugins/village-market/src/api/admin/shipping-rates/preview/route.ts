import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../../../../modules/registry"
import { bookingOf } from "../../../../modules/trade/booking"
import { areaOf } from "../../../../shipping/area"
import { readRates } from "../../../../shipping/read-basket-facts"
import { shippingPrice } from "../../../../shipping/shipping-price"
import { readBody } from "../../../read-body"

const Question = z.object({
  from: z.string().regex(/^\d{5}$/),
  to: z.string().regex(/^\d{5}$/),
  grams: z.coerce.number().int().min(0).max(100_000_000),
  day: z.iso.date().optional(),
})

/** What a weight costs from one commune to another on a day: `?from=&to=&grams=&day=` */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { from, to, grams, day = bookingOf(new Date()).day } = readBody(Question, req.query)
  const registry = req.scope.resolve(REGISTRY)
  const [communes, regions, rates] = await Promise.all([
    registry.listCommunes({ code: [from, to] }),
    registry.listShippingRegions({}, { take: 100 }),
    readRates(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)),
  ])
  const place = (code: string) => {
    const commune = communes.find((one) => one.code === code)
    if (!commune) throw new MedusaError(MedusaError.Types.INVALID_DATA, `There is no commune ${code}`)
    return { commune: commune.code, province: commune.province_code, name: commune.full_name }
  }
  const [seller, buyer] = [place(from), place(to)]
  const area = areaOf(seller, buyer, new Map(regions.map(({ province_code, region }) => [province_code, region])))
  res.json({ from: seller.name, to: buyer.name, grams, day, area, price: shippingPrice(rates, area, grams, day) })
}
