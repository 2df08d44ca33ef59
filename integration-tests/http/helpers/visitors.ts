import { randomBytes } from "node:crypto"
import sharp from "sharp"
import request from "supertest"
import { db } from "../../harness/shop"
import type { Things, Visitor } from "../route-matrix"
import { ownCoupon } from "./coupons"
import { HOME, NEIGHBOUR, newOfficial, operatorToken } from "./officials"
import { buyForCash, variantOf } from "./orders"
import { BASE, CONSENT_VERSION, e164, randomPhone, tokenFor } from "./phone-login"

export type Tokens = Record<Exclude<Visitor, "anonymous">, string>

/** A household that went through login and consent; its state is set where the tests of the decisions need not be repeated. */
export async function household(status: string) {
  const phone = randomPhone()
  const asPhone = `Bearer ${await tokenFor(phone, CONSENT_VERSION)}`
  await request(BASE)
    .post("/producers")
    .set("authorization", asPhone)
    .send({ consent_version: CONSENT_VERSION })
    .expect(201)
  const { body } = await request(BASE).post("/auth/token/refresh").set("authorization", asPhone).expect(200)
  const { rows } = await db().query(
    `update producer set name = 'Hộ ma trận', kind = 'household', handle = 'ho-' || replace(id, '_', '-'), commune_code = $2, makes = 'Gốm',
       origin = 'own_made', status = $3, submitted_at = now(), approved_at = case when $3 = 'approved' then now() end
     where phone = $1 returning id, handle`,
    [e164(phone), HOME, status],
  )
  return { id: rows[0].id as string, handle: rows[0].handle as string, token: body.token as string, phone }
}

/** A listing as a producer posts it, with OCOP stars that nobody has confirmed. */
export async function postListing(token: string): Promise<{ id: string; handle: string }> {
  const { rows } = await db().query("select id from category order by id limit 1")
  const { body } = await request(BASE)
    .post("/producers/me/listings")
    .set("authorization", `Bearer ${token}`)
    .send({
      ...{
        title: "Bình gốm ma trận",
        category_id: rows[0].id,
        price: 90_000,
        unit: "cái",
        stock: 3,
        weight_grams: 700,
      },
      ocop_stars: 3,
    })
    .expect(201)
  return body.listing
}

/** One of every kind of visitor, and things of the owner to reach for. */
export async function makeVisitors(): Promise<{ tokens: Tokens; things: Things }> {
  const operator = await operatorToken()
  const [owner, another, pending, suspended, home, elsewhere] = [
    await household("approved"),
    await household("approved"),
    await household("pending"),
    await household("suspended"),
    await newOfficial(operator, "commune", HOME),
    await newOfficial(operator, "commune", NEIGHBOUR),
  ]
  const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#a0522d" } })
    .jpeg()
    .toBuffer()
  const asOwner = (path: string) => request(BASE).post(path).set("authorization", `Bearer ${owner.token}`)
  const paper = await asOwner("/producers/me/evidence")
    .field("kind", "own_made")
    .attach("file", photo, "giay.jpg")
    .expect(201)
  const { id: listing, handle: product } = await postListing(owner.token)
  const shown = await asOwner(`/producers/me/listings/${listing}/photos`).attach("photo", photo, "binh.jpg").expect(201)
  const draft = `lsd_${randomBytes(16).toString("hex")}`
  await request(BASE)
    .post("/producer/products/new")
    .set("cookie", `vm_producer=${owner.token}`)
    .field("draft", draft)
    .field("skip", "1")
    .expect(303)
    .expect("location", `/producer/products/new/${draft}/name`)
  const { rows: villages } = await db().query("select id from craft_village order by id limit 1")
  const opened = await asOwner("/producers/me/lots")
    .send({
      ...{ listing_id: listing, quantity: 5, made_on: "2026-01-04" },
      steps: [{ step: "firing", happened_at: "2026-01-03" }],
    })
    .expect(201)
  const point = await request(BASE)
    .post("/officials/me/collection-points")
    .set("authorization", `Bearer ${home.token}`)
    .send({ commune_code: HOME, name: "Nhà văn hoá", address: "Xóm 3", opening_hours: "7–17 giờ" })
    .expect(201)
  const [part] = await buyForCash([{ variant_id: await variantOf(product), quantity: 1 }])
  const coupon = await ownCoupon(owner.token, { kind: "percent", value: 5 })
  return {
    tokens: {
      ...{ owner: owner.token, another: another.token, pending: pending.token, suspended: suspended.token },
      ...{ official: home.token, elsewhere: elsewhere.token, operator },
    },
    things: {
      ...{
        producer: owner.id,
        handle: owner.handle,
        listing,
        product,
        draft,
        photo: shown.body.listing.photos[0].id,
        evidence: paper.body.evidence.id,
      },
      ...{ official: home.id, village: villages[0].id },
      ...{ lot: opened.body.lot.id, code: opened.body.lot.code },
      ...{ order: String(part?.order_id), part: String(part?.id) },
      point: point.body.collection_point.id,
      coupon: coupon.id,
    },
  }
}
