import { STOCK_ROUTES } from "../../plugins/village-market/src/api/stock-routes/find-verdict"
import { stockRouteText } from "../../plugins/village-market/src/web/text/stock-routes"
import { db, demo } from "../harness/shop"
import { operatorToken } from "./helpers/officials"
import { buyForCash, variantOf } from "./helpers/orders"
import { type Method, ourDashboardPages, ourRoutes, stockWriteRoutes } from "./helpers/routes"
import { http } from "./helpers/shop"
import { snapshot } from "./helpers/snapshot"
import { household, postListing } from "./helpers/visitors"

let operator: string
/** What real things stand for the parameters and fields of Medusa's routes. */
let real: Record<string, string>

async function realThings(): Promise<Record<string, string>> {
  const [owner, other] = [await household("approved"), await household("approved")]
  const product = await postListing(owner.token)
  const theirs = await postListing(other.token)
  const [part] = await buyForCash([{ variant_id: await variantOf(product.handle), quantity: 1 }])
  const { rows } = await db().query(
    `select l.product_id as product, v.id as variant, i.inventory_item_id as item, o.product_option_id as option, lev.id as level,
       ov.id as option_value, p.stock_location_id as location, p.shipping_profile_id as profile, s.fulfillment_set_id as set, z.id as zone,
       so.id as shipping_option, so.shipping_option_type_id as option_type, r.id as reservation, r.line_item_id as line,
       pay.id as payment, pay.payment_collection_id as collection, other.stock_location_id as elsewhere
     from listing l join producer p on p.id = l.producer_id
     join product_variant v on v.product_id = l.product_id
     join product_variant_inventory_item i on i.variant_id = v.id
     join inventory_level lev on lev.inventory_item_id = i.inventory_item_id
     join product_product_option o on o.product_id = l.product_id
     join product_option_value ov on ov.option_id = o.product_option_id
     join location_fulfillment_set s on s.stock_location_id = p.stock_location_id
     join service_zone z on z.fulfillment_set_id = s.fulfillment_set_id
     join shipping_option so on so.shipping_profile_id = p.shipping_profile_id
     join reservation_item r on r.inventory_item_id = i.inventory_item_id
     join order_payment_collection oc on oc.order_id = $2
     join payment pay on pay.payment_collection_id = oc.payment_collection_id
     cross join (select stock_location_id from producer where id = $3) other
     where l.id = $1 limit 1`,
    [product.id, part?.order_id, other.id],
  )
  const { rows: foreign } = await db().query(
    "select i.inventory_item_id as item from product_variant_inventory_item i join product_variant v on v.id = i.variant_id join product p on p.id = v.product_id where p.handle = $1",
    [theirs.handle],
  )
  return { ...rows[0], order: String(part?.order_id), foreign: String(foreign[0].item) }
}

beforeAll(async () => {
  operator = await operatorToken()
  real = await realThings()
}, 60_000)

/** Medusa's route with real ids for its parameters. */
function addressOf(path: string, things: Record<string, string> = real): string {
  const [, , kind] = path.split("/")
  const own: Record<string, string | undefined> = {
    ...{ products: things.product, "inventory-items": things.item, "product-options": things.option },
    ...{ "stock-locations": things.location, "shipping-profiles": things.profile, "fulfillment-sets": things.set },
    ...{ "shipping-options": things.shipping_option, "shipping-option-types": things.option_type },
    ...{ reservations: things.reservation, orders: things.order, payments: things.payment, order: things.order },
    ...{ "payment-collections": things.collection, "sales-channels": demo().sales_channel_id },
  }
  const named: Record<string, string | undefined> = {
    ...{ ":id": own[kind ?? ""], ":zone_id": things.zone, ":variant_id": things.variant },
    ...{ ":location_id": things.elsewhere, ":inventory_item_id": things.item, ":value_id": things.option_value },
    ...{ ":item_id": things.line },
  }
  return path.replace(/:\w+/g, (name) => named[name] ?? "nothing")
}

/** A body that would do harm if one of these routes were let through. */
const harmfulBody = (things: Record<string, string> = real) => {
  const level = { inventory_item_id: things.item, location_id: things.elsewhere, stocked_quantity: 1 }
  const price = { variant_id: things.variant, currency_code: "vnd", amount: 1 }
  return {
    ...{ items: [{ id: things.line, quantity: 1 }], order_id: things.order, amount: 1, location_id: things.elsewhere },
    ...{ line_item_id: things.line, status: "draft", add: [things.product], prices: [price] },
    ...{ shipping_profile_id: things.profile, service_zone_id: things.zone },
    ...{ create: [{ ...level, ...price }], update: [{ ...level, id: things.product, status: "draft" }] },
  }
}

function call(method: string, path: string, body: object) {
  const asked = http()[method === "DELETE" ? "delete" : "post"](path).set("accept-language", "en").send(body)
  return path.startsWith("/store")
    ? asked.set("x-publishable-api-key", demo().publishable_api_key)
    : asked.set("authorization", `Bearer ${operator}`)
}

const entries = Object.entries(STOCK_ROUTES).map(([name, verdict]) => {
  const [method, path] = name.split(" ") as [Method, string]
  return { name, method, path, verdict }
})
/** A sum with a fraction of a đồng can be paid nowhere; every other refusal names where to go instead. */
const refusals = ({ fraction: _, ...others }: (typeof stockRouteText)["en"]) => Object.values(others)

describe("Medusa's own write routes", () => {
  it("have a verdict each, and every verdict names a route", () => {
    const installed = stockWriteRoutes().map(({ method, path }) => `${method} ${path}`)
    expect(installed.length).toBeGreaterThan(300)
    expect(Object.keys(STOCK_ROUTES).sort()).toEqual(installed.sort())
  })

  it("are refused with an address where the same can be done", () => {
    const known = [...ourRoutes().map(({ path }) => path), ...ourDashboardPages()]
    for (const sentence of [...refusals(stockRouteText.en), ...refusals(stockRouteText.vi)]) {
      const named = [...sentence.matchAll(/\/(?:producer|market|app)[\w/-]*/g)].map(([path]) => path.replace(/\/$/, ""))
      expect([sentence, named.length > 0]).toEqual([sentence, true])
      for (const path of named)
        expect([path, known.some((one) => one === path || one.startsWith(`${path}/:`))]).toEqual([path, true])
    }
  })

  it("answer 409 where the deed is ours, say where it is done, and change nothing", async () => {
    const before = await snapshot("orders")
    const wrong: string[] = []
    for (const { name, method, path, verdict } of entries) {
      if (verdict.kind !== "ours") continue
      const { status, body } = await call(method, addressOf(path), harmfulBody())
      if (status !== 409 || body.message !== stockRouteText.en[verdict.topic]) wrong.push(`${name}: ${status}`)
    }
    expect(wrong).toEqual([])
    expect(await snapshot("orders")).toEqual(before)
  }, 60_000)

  it("are refused in Vietnamese to whoever asks for nothing else", async () => {
    const { body } = await call("POST", `/admin/orders/${real.order}/cancel`, {})
      .set("accept-language", "vi")
      .expect(409)
    expect(body).toEqual({ type: "conflict", message: stockRouteText.vi.order })
  })

  const guarded = entries.filter(({ verdict, path }) => verdict.kind === "guarded" && path.startsWith("/admin"))

  it("are refused where they name a producer's goods, places or orders, and change nothing", async () => {
    const before = [await snapshot("producers"), await snapshot("orders")]
    const wrong: string[] = []
    for (const { name, method, path } of guarded) {
      // Taking away a level elsewhere puts things right; the producer's own is the one that must stay.
      const things = method === "DELETE" ? { ...real, elsewhere: String(real.location) } : real
      const { status, body } = await call(method, addressOf(path, things), harmfulBody(things))
      if (status !== 409 || !Object.values(stockRouteText.en).includes(body.message))
        wrong.push(`${name}: ${status} ${body.message}`)
    }
    expect(wrong).toEqual([])
    expect([await snapshot("producers"), await snapshot("orders")]).toEqual(before)
  }, 60_000)

  it("are not refused where they name nothing of a producer's", async () => {
    const wrong: string[] = []
    const nobody = Object.fromEntries(Object.keys(real).map((key) => [key, `nobody_${key}`]))
    for (const { name, method, path } of guarded) {
      const { status } = await call(method, addressOf(path, nobody), { nothing: "here" })
      if (status === 409 || status === 401) wrong.push(`${name}: ${status}`)
    }
    expect(wrong).toEqual([])
  }, 60_000)
})

describe("an operator", () => {
  const level = (location: unknown) => `/admin/inventory-items/${real.item}/location-levels/${location}`

  it("may correct the count at the producer's own place, and nowhere else", async () => {
    await call("POST", level(real.location), { stocked_quantity: 9 }).expect(200)
    const elsewhere = { location_id: real.elsewhere, stocked_quantity: 5 }
    const create = `/admin/inventory-items/${real.item}/location-levels`
    expect((await call("POST", create, elsewhere).expect(409)).body.message).toBe(stockRouteText.en.otherLocation)
    const all = "/admin/inventory-items/location-levels/batch"
    await call("POST", all, { create: [{ ...elsewhere, inventory_item_id: real.item }] }).expect(409)
    // A level of the producer's is not carried off to another item or place by its id either.
    const carried = { id: real.level, inventory_item_id: "iitem_other", location_id: real.elsewhere }
    await call("POST", all, { update: [carried] }).expect(409)
    await call("POST", all, { delete: [real.level], force: true }).expect(409)
    const { rows } = await db().query(
      "select location_id, stocked_quantity::int as stocked from inventory_level where inventory_item_id = $1 and deleted_at is null",
      [real.item],
    )
    expect(rows).toEqual([{ location_id: real.location, stocked: 9 }])
  })

  it("may correct words as the dashboard sends them, but not hide, price or remove the product", async () => {
    const path = `/admin/products/${real.product}`
    const { product } = (await http().get(path).set("authorization", `Bearer ${operator}`).expect(200)).body
    const { status, handle } = product
    await call("POST", path, { title: "Bình gốm ma trận ", description: "Sửa chính tả", status, handle }).expect(200)
    for (const harm of [
      { status: "draft" },
      { handle: "khac" },
      { sales_channels: [] },
      { variants: [] },
      { images: [] },
    ])
      await call("POST", path, harm).expect(409)
    await call("POST", "/admin/products/batch", { delete: [real.product] }).expect(409)
    await call("POST", "/admin/products/batch", { update: [{ id: real.product, status: "draft" }] }).expect(409)
  })

  it("may keep a place, an item and a product of the shop's own", async () => {
    const place = (await call("POST", "/admin/stock-locations", { name: `Điểm gom ${Date.now()}` }).expect(200)).body
    const item = (await call("POST", "/admin/inventory-items", { title: "Thùng giấy" }).expect(200)).body.inventory_item
    const at = { location_id: place.stock_location.id, stocked_quantity: 4 }
    await call("POST", `/admin/inventory-items/${item.id}/location-levels`, at).expect(200)
    const held = { inventory_item_id: item.id, location_id: at.location_id, quantity: 1 }
    const { reservation } = (await call("POST", "/admin/reservations", held).expect(200)).body
    await call("DELETE", `/admin/reservations/${reservation.id}`, {}).expect(200)
    await call("DELETE", `/admin/stock-locations/${at.location_id}`, {}).expect(200)
    await call("DELETE", `/admin/inventory-items/${item.id}`, {}).expect(200)
  })

  it("still reads everything", async () => {
    for (const path of [
      "orders",
      "products",
      "stock-locations",
      "shipping-profiles",
      "payments",
      "returns",
      "reservations",
    ])
      await http().get(`/admin/${path}`).set("authorization", `Bearer ${operator}`).expect(200)
    await http().get(`/admin/orders/${real.order}`).set("authorization", `Bearer ${operator}`).expect(200)
  })
})
