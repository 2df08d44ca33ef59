import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { REGISTRY } from "../modules/registry"
import { lotsOfLines } from "../modules/traceability/lots/read-lots"
import { TRADE } from "../modules/trade"
import type { ProducerOrder } from "../modules/trade/rows"
import { settingsOf } from "../settings"
import { readablePhone } from "../sms/phone"
import { dateTime, money } from "../web/format"
import type { Language } from "../web/language"
import { papers } from "../web/text/papers"
import type { ParcelLabel } from "./parcel-label-layout"
import type { Slip } from "./slip-layout"

/** The producer of the login, as far as papers name it. */
export type Shop = {
  id: string
  name: string | null
  phone: string
  commune_code: string | null
  is_demo: boolean
}

/** What the packing slip of an own part says; another's or an unknown part is `NOT_FOUND`. */
export async function readSlip(container: MedusaContainer, shop: Shop, id: string, lang: Language): Promise<Slip> {
  const t = papers[lang]
  const [part] = await ownParts(container, shop, [id], lang)
  const trade = container.resolve(TRADE)
  const lines = await trade.linesOf([part.id])
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const lots = await lotsOfLines(
    pg,
    lines.map(({ id }) => id),
  )
  const place = await places(container, [part.buyer_commune, shop.commune_code])
  return {
    no: part.display_no,
    number: t.no(part.display_no),
    title: t.slip,
    shop: [shop.name, place(shop.commune_code)].filter(Boolean).join(", "),
    placed: t.placed(dateTime(lang, part.placed_at ?? part.created_at)),
    buyerHeading: t.buyer,
    buyer: part.buyer_name,
    place: [place(part.buyer_commune), place(part.buyer_province)].filter(Boolean).join(", "),
    lines: lines.flatMap((line) => {
      const sent = line.quantity - line.cancelled
      if (sent === 0) return []
      const codes = lots.filter(({ line_id }) => line_id === line.id).map(({ code }) => code)
      return [
        {
          amount: `${sent} ${line.unit}`,
          title: line.title,
          lots: codes.length > 0 ? t.lots(codes.join(", ")) : null,
        },
      ]
    }),
    money: moneyOf(part, lang),
    thanks: t.thanks,
    pageOf: t.pageOf,
    demo: demoMark(container, shop, lang),
  }
}

/**
 * What stands on the labels of own parts, in the order asked for. The producer's phone is printed only when it asked
 * for that while printing: buyers were promised not to see it otherwise.
 */
export async function readLabels(
  container: MedusaContainer,
  shop: Shop,
  ids: [string, ...string[]],
  { lang, withPhone }: { lang: Language; withPhone: boolean },
): Promise<ParcelLabel[]> {
  const t = papers[lang]
  const parts = await ownParts(container, shop, ids, lang)
  const place = await places(container, [shop.commune_code, ...parts.map(({ buyer_commune }) => buyer_commune)])
  const { hotline } = settingsOf(container)
  return parts.map((part) => ({
    no: part.display_no,
    number: t.no(part.display_no),
    fromHeading: t.from,
    from: {
      shop: shop.name ?? "",
      place: place(shop.commune_code),
      phone: withPhone ? readablePhone(shop.phone) : t.help(hotline),
    },
    toHeading: t.to,
    to: {
      name: part.buyer_name,
      phone: readablePhone(part.buyer_phone),
      address:
        part.delivery_kind === "delivery"
          ? [part.buyer_address, place(part.buyer_commune), place(part.buyer_province)].filter(Boolean).join(", ")
          : (part.pickup_place ?? part.shipping_name),
    },
    money: moneyOf(part, lang),
    carrier: part.carrier ?? part.shipping_name,
    tracking: part.tracking_code ? t.tracking(part.tracking_code) : null,
    demo: demoMark(container, shop, lang),
  }))
}

/** Nothing of these is sent. */
const ENDED_EARLY: readonly string[] = ["cancelled", "returned"]

async function ownParts(
  container: MedusaContainer,
  shop: Shop,
  ids: [string, ...string[]],
  lang: Language,
): Promise<[ProducerOrder, ...ProducerOrder[]]> {
  const trade = container.resolve(TRADE)
  const read = async (id: string) => {
    const part = await trade.findPart(id, { producer_id: shop.id })
    if (!part) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such order")
    if (ENDED_EARLY.includes(part.status)) throw new MedusaError(MedusaError.Types.CONFLICT, papers[lang].notPrinted)
    return part
  }
  const [first, ...others] = ids
  return [await read(first), ...(await Promise.all(others.map(read)))]
}

/** Communes and provinces by code; "" for a code nobody knows. */
async function places(container: MedusaContainer, communes: (string | null)[]) {
  const registry = container.resolve(REGISTRY)
  const code = [...new Set(communes.filter((one): one is string => Boolean(one)))]
  const [named, provinces] = await Promise.all([
    code.length > 0 ? registry.listCommunes({ code }, { take: code.length }) : [],
    registry.listProvinces({}, { take: 100 }),
  ])
  const names = new Map([...named, ...provinces].map(({ code, full_name }) => [code, full_name]))
  return (one: string | null) => (one && names.get(one)) || ""
}

/** A cash part is collected until it was; nothing is collected for any other. */
function moneyOf(part: ProducerOrder, lang: Language): { text: string; amount: string | null } {
  const t = papers[lang]
  return part.payment_means === "cash" && part.cash_collected === 0 && part.due > 0
    ? { text: t.collect, amount: money(lang, part.due) }
    : { text: t.paid, amount: null }
}

const demoMark = (container: MedusaContainer, shop: Shop, lang: Language) =>
  settingsOf(container).demo || shop.is_demo ? papers[lang].demo : null
