import type { Method } from "./helpers/routes"

/**
 * Who may do what: one line per route of the plugin. `route-matrix.spec.ts` fails when a route of the file tree has no
 * line here, when a line names no route, and when any visitor gets another answer than the one written here.
 */
export const VISITORS = [
  "owner",
  "another",
  "pending",
  "suspended",
  "official",
  "elsewhere",
  "operator",
  "anonymous",
] as const
export type Visitor = (typeof VISITORS)[number]

/** A status, or where the visitor is led: `to /producer/login`. */
export type Answer = number | `to ${string}`

/** Things of the owner, by which a stranger might try to reach in. */
export type Things = {
  producer: string
  handle: string
  listing: string
  product: string
  photo: string
  draft: string
  evidence: string
  official: string
  village: string
  lot: string
  /** The code on the lot's label. */
  code: string
  order: string
  /** The owner's part of that order, to be paid in cash. */
  part: string
  /** A collection point of the owner's commune. */
  point: string
  /** A coupon of the owner. */
  coupon: string
}

export type Line = {
  answers: Record<Visitor, Answer>
  /** The address with real ids; left out where the path has none. */
  at?: (things: Things) => string
  /** Sent with it; bodies are wrong on purpose where a right one would change something: 400 then means "let in". */
  body?: object
}

const all = (answer: Answer): Record<Visitor, Answer> => ({
  ...{ owner: answer, another: answer, pending: answer, suspended: answer },
  ...{ official: answer, elsewhere: answer, operator: answer, anonymous: answer },
})

/** Same for everybody, logged in or not. */
const everyone = (answer: Answer = 200) => ({ answers: all(answer) })
/** Each producer reaches its own and nobody else gets in. */
const producers = (refused: Answer, answer: Answer, differing: Partial<Record<Visitor, Answer>> = {}) => ({
  answers: { ...all(refused), owner: answer, another: answer, pending: answer, suspended: answer, ...differing },
})
/** Only the owner; another producer is answered as if there were nothing. */
const owner = (refused: Answer, answer: Answer) => producers(refused, 404, { owner: answer })
const officials = (refused: Answer, answer: Answer) => ({
  answers: { ...all(refused), official: answer, elsewhere: answer },
})
/** Only the official of the area; one of another area is answered as if there were nothing. */
const areaOnly = (refused: Answer, answer: Answer) => ({
  answers: { ...all(refused), official: answer, elsewhere: 404 },
})
const operator = (answer: Answer) => ({ answers: { ...all(401), operator: answer } })

/** EPCIS: producers and officials read what is theirs, only an open shop captures. */
const readsEvents = (answer: Answer) => ({ answers: { ...all(answer), operator: 401, anonymous: 401 } })
const capturesEvents = { answers: { ...all(403), owner: 400, another: 400, operator: 401, anonymous: 401 } }

const PRODUCER_LOGIN = "to /producer/login"
const OFFICE_LOGIN = "to /office/login"
const BASKET = "to /market/basket"

export const matrix: Record<`${Method} /${string}`, Line> = {
  // Buyers
  "GET /": everyone("to /market"),
  "GET /.well-known/gs1resolver": everyone(),
  "GET /market": everyone(),
  "GET /market/villages": everyone(),
  "GET /market/villages/:id": { ...everyone(), at: ({ village }) => `/market/villages/${village}` },
  "GET /market/producers/:handle": { ...everyone(), at: ({ handle }) => `/market/producers/${handle}` },
  "GET /market/products/:handle": { ...everyone(), at: ({ product }) => `/market/products/${product}` },
  "GET /market/basket": everyone(),
  "POST /market/basket": everyone(400),
  "POST /market/basket/coupons": everyone(BASKET),
  "POST /market/basket/lines/:id": { ...everyone(404), at: () => "/market/basket/lines/no-such-line" },
  // Nobody here has a basket, and without one every step of the checkout leads to it.
  "GET /market/checkout/address": everyone(BASKET),
  "POST /market/checkout/address": everyone(400),
  "GET /market/checkout/commune": everyone(BASKET),
  "POST /market/checkout/commune": everyone(BASKET),
  "GET /market/checkout/shipping": everyone(BASKET),
  "POST /market/checkout/shipping": everyone(BASKET),
  "GET /market/checkout/payment": everyone(BASKET),
  "POST /market/checkout/payment": everyone(BASKET),
  // The key in its address opens an order, and no login does.
  "GET /market/orders/:id": { ...everyone(404), at: ({ order }) => `/market/orders/${order}` },
  "POST /market/orders/:id/:part/qr": {
    ...everyone(404),
    at: ({ order, part }) => `/market/orders/${order}/${part}/qr`,
  },
  // Whoever has the link of a code sees it; it is unguessable, and tells nothing of who bought what.
  "GET /market/pay/qr/:attempt": { ...everyone(404), at: () => "/market/pay/qr/none" },
  "GET /market/orders/:id/:part/receipts/:receipt": {
    ...everyone(404),
    at: ({ order, part }) => `/market/orders/${order}/${part}/receipts/none`,
  },
  "GET /market/orders/:id/transfer": { ...everyone(404), at: ({ order }) => `/market/orders/${order}/transfer` },
  "GET /market/orders/:id/qr": { ...everyone(404), at: ({ order }) => `/market/orders/${order}/qr` },
  "GET /market/orders/:id/:part/:act": {
    ...everyone(404),
    at: ({ order, part }) => `/market/orders/${order}/${part}/cancel`,
  },
  "POST /market/orders/:id/:part/:act": {
    ...everyone(404),
    at: ({ order, part }) => `/market/orders/${order}/${part}/cancel`,
  },
  "GET /store/producer-orders/:id": { ...everyone(404), at: ({ order }) => `/store/producer-orders/${order}` },
  "POST /store/producer-orders/:id/parts/:part/cancel": {
    ...everyone(404),
    at: ({ order, part }) => `/store/producer-orders/${order}/parts/${part}/cancel`,
  },
  "POST /store/producer-orders/:id/parts/:part/received": {
    ...everyone(404),
    at: ({ order, part }) => `/store/producer-orders/${order}/parts/${part}/received`,
  },
  "POST /store/producer-orders/:id/parts/:part/return-requests": {
    ...everyone(404),
    at: ({ order, part }) => `/store/producer-orders/${order}/parts/${part}/return-requests`,
  },
  "POST /store/producer-orders/:id/parts/:part/return-requests/:request/withdraw": {
    ...everyone(404),
    at: ({ order, part }) => `/store/producer-orders/${order}/parts/${part}/return-requests/none/withdraw`,
  },
  "GET /market/pay/vnpay/return": everyone(400),
  "GET /hooks/vnpay/ipn": everyone(),
  "POST /hooks/bank-transfer/sepay": everyone(401),
  "GET /demo/bank": everyone(),
  "POST /demo/bank": everyone(400),
  "GET /demo/vnpay/pay": everyone(400),
  "POST /demo/vnpay/pay": everyone(400),
  "POST /demo/vnpay/api": everyone(),
  "GET /demo/vnpay/transactions/:ref": { ...everyone(), at: () => "/demo/vnpay/transactions/LN1" },
  "POST /demo/vnpay/transactions/:ref": { ...everyone(400), at: () => "/demo/vnpay/transactions/LN1" },
  "GET /market/pay/stripe/return": everyone(400),
  // Nobody but Stripe can sign, and the stand-in's interface wants the account's key.
  "POST /hooks/stripe": everyone(400),
  "GET /demo/stripe/pay/:id": { ...everyone(404), at: () => "/demo/stripe/pay/cs_none" },
  "POST /demo/stripe/pay/:id": { ...everyone(404), at: () => "/demo/stripe/pay/cs_none" },
  "POST /demo/stripe/v1/checkout/sessions": everyone(401),
  "GET /demo/stripe/v1/checkout/sessions/:id": {
    ...everyone(401),
    at: () => "/demo/stripe/v1/checkout/sessions/cs_none",
  },
  "POST /demo/stripe/v1/checkout/sessions/:id/expire": {
    ...everyone(401),
    at: () => "/demo/stripe/v1/checkout/sessions/cs_none/expire",
  },
  "GET /demo/stripe/v1/refunds": everyone(401),
  "POST /demo/stripe/v1/refunds": everyone(401),
  "GET /demo/stripe/v1/refunds/:id": { ...everyone(401), at: () => "/demo/stripe/v1/refunds/re_none" },
  "GET /demo/stripe/attempts/:ref": { ...everyone(), at: () => "/demo/stripe/attempts/LN1" },
  "POST /demo/stripe/attempts/:ref": { ...everyone(400), at: () => "/demo/stripe/attempts/LN1" },
  "GET /store/listings": everyone(),
  "GET /store/listings/:handle": { ...everyone(), at: ({ product }) => `/store/listings/${product}` },
  "GET /store/producers/:handle": { ...everyone(), at: ({ handle }) => `/store/producers/${handle}` },
  "GET /store/villages": everyone(),
  "GET /store/villages/:id": { ...everyone(), at: ({ village }) => `/store/villages/${village}` },
  "GET /robots.txt": everyone(),
  "GET /sitemap.xml": everyone(),
  "GET /assets/:file": { ...everyone(), at: () => "/assets/site.css" },
  "GET /demo/messages": everyone(),
  "GET /lot": everyone(),
  "GET /lot/terms": everyone(),
  "GET /lot/:code": { ...everyone(), at: ({ code }) => `/lot/${code}` },
  "GET /trace-log": everyone(),
  "GET /trace-log/checkpoint": everyone(),
  "GET /trace-log/vkey": everyone(),
  "GET /trace-log/proof/:name": { ...everyone(), at: ({ code }) => `/trace-log/proof/${code}` },
  "GET /trace-log/consistency/:size1/:size2": { ...everyone(), at: () => "/trace-log/consistency/1/2" },
  "GET /lot/:code/:serial": { ...everyone(404), at: ({ code }) => `/lot/${code}/NONE` },

  // Producers, pages
  "GET /producer": producers(PRODUCER_LOGIN, 200),
  "GET /producer/profile": producers(PRODUCER_LOGIN, 200),
  "GET /producer/evidence/:id": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ evidence }) => `/producer/evidence/${evidence}`,
  },
  "GET /producer/login": everyone(),
  "POST /producer/login": { ...everyone(400), body: { phone: "12" } },
  "GET /producer/login/code": everyone(PRODUCER_LOGIN),
  "POST /producer/login/code": everyone(PRODUCER_LOGIN),
  "POST /producer/logout": everyone(PRODUCER_LOGIN),
  "GET /producer/register": everyone(),
  "POST /producer/register": everyone(400),
  "GET /producer/register/phone": everyone("to /producer/register"),
  "POST /producer/register/phone": everyone("to /producer/register"),
  "GET /producer/register/:step": { ...producers(PRODUCER_LOGIN, 200), at: () => "/producer/register/name" },
  "POST /producer/register/:step": {
    ...producers(PRODUCER_LOGIN, 400),
    at: () => "/producer/register/name",
    body: { name: "" },
  },
  "GET /producer/register/summary": producers(PRODUCER_LOGIN, "to /producer"),
  "POST /producer/register/summary": producers(PRODUCER_LOGIN, "to /producer"),
  "GET /producer/products": producers(PRODUCER_LOGIN, 200),
  "GET /producer/products/new": producers(PRODUCER_LOGIN, 200),
  "POST /producer/products/new": producers(PRODUCER_LOGIN, 400),
  "GET /producer/products/new/:draft/:step": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ draft }) => `/producer/products/new/${draft}/name`,
  },
  "POST /producer/products/new/:draft/:step": {
    ...owner(PRODUCER_LOGIN, 400),
    at: ({ draft }) => `/producer/products/new/${draft}/name`,
  },
  "GET /producer/products/:id": { ...owner(PRODUCER_LOGIN, 200), at: ({ listing }) => `/producer/products/${listing}` },
  // An address of a form leads everybody to the product it names, where the stranger is told there is none.
  "GET /producer/products/:id/:act": {
    ...producers(PRODUCER_LOGIN, `to /producer/products/no-such-listing`),
    at: () => "/producer/products/no-such-listing/details",
  },
  "POST /producer/products/:id/:act": {
    ...owner(PRODUCER_LOGIN, 400),
    at: ({ listing }) => `/producer/products/${listing}/details`,
  },
  "GET /producer/diary": producers(PRODUCER_LOGIN, 200),
  "GET /producer/diary-worker.js": everyone(),
  "GET /producer/diary/:lot": { ...owner(PRODUCER_LOGIN, 200), at: ({ lot }) => `/producer/diary/${lot}` },
  "POST /producer/diary/:lot": { ...owner(PRODUCER_LOGIN, 400), at: ({ lot }) => `/producer/diary/${lot}` },
  // Shops that are not open are told so before anything is looked up.
  "POST /producer/diary/:lot/undo": {
    ...producers(PRODUCER_LOGIN, 404, { pending: 403, suspended: 403 }),
    at: ({ lot }) => `/producer/diary/${lot}/undo`,
    body: { event: "eev_none" },
  },
  "POST /producer/diary/:lot/photos": {
    ...producers(PRODUCER_LOGIN, 400),
    at: ({ lot }) => `/producer/diary/${lot}/photos`,
  },
  // The queue of a phone that names no household belongs to nobody.
  "POST /producer/diary-entries": producers(401, 409),
  "POST /producer/diary-photos": producers(401, 409),
  "GET /producer/lots": producers(PRODUCER_LOGIN, 200),
  "GET /producer/lots/new": producers(PRODUCER_LOGIN, 200),
  "POST /producer/lots/new": producers(PRODUCER_LOGIN, "to /producer/lots/new"),
  "POST /producer/lots/stock": producers(PRODUCER_LOGIN, "to /producer/lots"),
  "GET /producer/lots/raw": producers(PRODUCER_LOGIN, 200),
  "POST /producer/lots/raw": producers(PRODUCER_LOGIN, 400),
  "GET /producer/lots/merge": producers(PRODUCER_LOGIN, 200),
  "POST /producer/lots/merge": producers(PRODUCER_LOGIN, 400),
  "GET /producer/lots/:id/split": { ...owner(PRODUCER_LOGIN, 200), at: ({ lot }) => `/producer/lots/${lot}/split` },
  "POST /producer/lots/:id/split": { ...owner(PRODUCER_LOGIN, 400), at: ({ lot }) => `/producer/lots/${lot}/split` },
  "GET /producer/lots/:id/transform": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ lot }) => `/producer/lots/${lot}/transform`,
  },
  "POST /producer/lots/:id/transform": {
    ...owner(PRODUCER_LOGIN, 400),
    at: ({ lot }) => `/producer/lots/${lot}/transform`,
  },
  "GET /producer/lots/:id/correct": { ...owner(PRODUCER_LOGIN, 200), at: ({ lot }) => `/producer/lots/${lot}/correct` },
  "POST /producer/lots/:id/correct": {
    ...owner(PRODUCER_LOGIN, 400),
    at: ({ lot }) => `/producer/lots/${lot}/correct`,
  },
  "GET /producer/lots/:id": { ...owner(PRODUCER_LOGIN, 200), at: ({ lot }) => `/producer/lots/${lot}` },
  "POST /producer/lots/:id": { ...owner(PRODUCER_LOGIN, 400), at: ({ lot }) => `/producer/lots/${lot}` },
  "GET /producer/lots/:id/recall": { ...owner(PRODUCER_LOGIN, 200), at: ({ lot }) => `/producer/lots/${lot}/recall` },
  "POST /producer/lots/:id/recall": { ...owner(PRODUCER_LOGIN, 400), at: ({ lot }) => `/producer/lots/${lot}/recall` },
  "GET /producer/lots/:id/label.svg": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ lot }) => `/producer/lots/${lot}/label.svg`,
  },
  "GET /producer/lots/:id/label.png": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ lot }) => `/producer/lots/${lot}/label.png`,
  },
  "GET /producer/lots/:id/labels": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ lot }) => `/producer/lots/${lot}/labels`,
  },
  "POST /producer/lots/:id/labels": {
    ...owner(PRODUCER_LOGIN, 400),
    at: ({ lot }) => `/producer/lots/${lot}/labels`,
  },
  "GET /producer/lots/:id/labels.pdf": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ lot }) => `/producer/lots/${lot}/labels.pdf`,
  },
  "GET /producer/lots/:id/labels.svg": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ lot }) => `/producer/lots/${lot}/labels.svg`,
  },
  "GET /producer/lots/:id/profile": { ...owner(PRODUCER_LOGIN, 200), at: ({ lot }) => `/producer/lots/${lot}/profile` },
  "POST /producer/lots/:id/profile": {
    ...owner(PRODUCER_LOGIN, 400),
    at: ({ lot }) => `/producer/lots/${lot}/profile`,
    body: { brand: "x".repeat(201) },
  },
  "GET /producer/lots/:id/profile/epcis.json": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ lot }) => `/producer/lots/${lot}/profile/epcis.json`,
  },
  "GET /producer/lots/:id/profile/portal.csv": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ lot }) => `/producer/lots/${lot}/profile/portal.csv`,
  },
  "GET /producer/lots/:id/scans": { ...owner(PRODUCER_LOGIN, 200), at: ({ lot }) => `/producer/lots/${lot}/scans` },
  "GET /producer/coupons": producers(PRODUCER_LOGIN, 200),
  "GET /producer/coupons/new": producers(PRODUCER_LOGIN, 200, { pending: 403, suspended: 403 }),
  "POST /producer/coupons/new": producers(PRODUCER_LOGIN, 400, { pending: 403, suspended: 403 }),
  "GET /producer/coupons/:id": { ...owner(PRODUCER_LOGIN, 200), at: ({ coupon }) => `/producer/coupons/${coupon}` },
  "POST /producer/coupons/:id/stop": {
    ...owner(PRODUCER_LOGIN, "to /producer/coupons"),
    at: ({ coupon }) => `/producer/coupons/${coupon}/stop`,
  },
  "GET /producer/orders": producers(PRODUCER_LOGIN, 200),
  "GET /producer/orders/new": producers(PRODUCER_LOGIN, 200),
  "POST /producer/orders/new": producers(PRODUCER_LOGIN, 400, { pending: 409, suspended: 409 }),
  "GET /producer/orders/:id": { ...owner(PRODUCER_LOGIN, 200), at: ({ part }) => `/producer/orders/${part}` },
  "GET /producer/orders/labels.pdf": producers(PRODUCER_LOGIN, 400),
  "GET /producer/orders/:id/label.pdf": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ part }) => `/producer/orders/${part}/label.pdf`,
  },
  "GET /producer/orders/:id/slip.pdf": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ part }) => `/producer/orders/${part}/slip.pdf`,
  },
  "GET /producer/stall": producers(PRODUCER_LOGIN, 200),
  "POST /producer/stall": producers(PRODUCER_LOGIN, 400),
  "GET /producer/stall/:id": { ...producers(PRODUCER_LOGIN, 404), at: () => "/producer/stall/none" },
  "POST /producer/stall/:id/cancel": { ...producers(PRODUCER_LOGIN, 404), at: () => "/producer/stall/none/cancel" },
  "GET /producer/orders/:id/receipt": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ part }) => `/producer/orders/${part}/receipt`,
  },
  "POST /producer/orders/:id/receipt": {
    ...owner(PRODUCER_LOGIN, 400),
    at: ({ part }) => `/producer/orders/${part}/receipt`,
  },
  "GET /producer/orders/:id/qr": { ...owner(PRODUCER_LOGIN, 200), at: ({ part }) => `/producer/orders/${part}/qr` },
  // Opens a code or hands out the one there is, and shows it.
  "POST /producer/orders/:id/qr": {
    ...producers(PRODUCER_LOGIN, 404),
    at: () => "/producer/orders/none/qr",
  },
  // No receipt was sent here; photos are read by whom they concern in cash-proof.spec.ts.
  "GET /producer/orders/:id/receipts/:receipt": {
    ...producers(PRODUCER_LOGIN, 404),
    at: ({ part }) => `/producer/orders/${part}/receipts/none`,
  },
  "GET /producer/orders/:id/:act": {
    ...owner(PRODUCER_LOGIN, 200),
    at: ({ part }) => `/producer/orders/${part}/cancel`,
  },
  "POST /producer/orders/:id/:act": {
    ...owner(PRODUCER_LOGIN, 400),
    at: ({ part }) => `/producer/orders/${part}/cancel`,
  },
  // Nobody has asked for a return here; the answers to one are tried in producer-orders.spec.ts.
  "GET /producer/orders/:id/returns/:return": {
    ...owner(PRODUCER_LOGIN, 404),
    at: ({ part }) => `/producer/orders/${part}/returns/none`,
  },
  "POST /producer/orders/:id/returns/:return": {
    ...owner(PRODUCER_LOGIN, 404),
    at: ({ part }) => `/producer/orders/${part}/returns/none`,
  },

  // Producers, JSON
  "POST /auth/producer/phone": everyone(400),
  "POST /producers": { ...producers(401, 400), body: {} },
  "GET /producers/me": producers(401, 200),
  "POST /producers/me": { ...producers(401, 400), body: { kind: "no such kind" } },
  "POST /producers/me/submit": producers(401, 409),
  "GET /producers/me/evidence": producers(401, 200),
  "POST /producers/me/evidence": producers(401, 400),
  "GET /producers/me/evidence/:id": { ...owner(401, 200), at: ({ evidence }) => `/producers/me/evidence/${evidence}` },
  "GET /producers/me/listings": producers(401, 200),
  "POST /producers/me/listings": producers(401, 400),
  "GET /producers/me/listings/:id": { ...owner(401, 200), at: ({ listing }) => `/producers/me/listings/${listing}` },
  "POST /producers/me/listings/:id": { ...owner(401, 200), at: ({ listing }) => `/producers/me/listings/${listing}` },
  "POST /producers/me/listings/:id/hide": {
    ...owner(401, 200),
    at: ({ listing }) => `/producers/me/listings/${listing}/hide`,
  },
  "POST /producers/me/listings/:id/show": {
    ...owner(401, 200),
    at: ({ listing }) => `/producers/me/listings/${listing}/show`,
  },
  "POST /producers/me/listings/:id/copy": {
    ...owner(401, 201),
    at: ({ listing }) => `/producers/me/listings/${listing}/copy`,
  },
  "GET /producers/me/listings/:id/window": {
    ...owner(401, 200),
    at: ({ listing }) => `/producers/me/listings/${listing}/window`,
  },
  "POST /producers/me/listings/:id/window": {
    ...owner(401, 400),
    at: ({ listing }) => `/producers/me/listings/${listing}/window`,
  },
  // The owner's product is not sold ahead, so there is nothing to end.
  "DELETE /producers/me/listings/:id/window": {
    ...owner(401, 404),
    at: ({ listing }) => `/producers/me/listings/${listing}/window`,
  },
  "POST /producers/me/listings/:id/photos": {
    ...owner(401, 400),
    at: ({ listing }) => `/producers/me/listings/${listing}/photos`,
  },
  "DELETE /producers/me/listings/:id/photos/:photoId": {
    ...owner(401, 200),
    at: ({ listing, photo }) => `/producers/me/listings/${listing}/photos/${photo}`,
  },
  "GET /producers/me/lots/:id/recall": { ...owner(401, 200), at: ({ lot }) => `/producers/me/lots/${lot}/recall` },
  "POST /producers/me/lots/:id/recall": { ...owner(401, 400), at: ({ lot }) => `/producers/me/lots/${lot}/recall` },
  "POST /producers/me/lots/:id/recall/lift": {
    ...owner(401, 400),
    at: ({ lot }) => `/producers/me/lots/${lot}/recall/lift`,
  },
  "POST /producers/me/lots/:id/recall/called": {
    ...owner(401, 400),
    at: ({ lot }) => `/producers/me/lots/${lot}/recall/called`,
  },
  "GET /producers/me/craft-steps": producers(401, 200),
  "GET /producers/me/lots": producers(401, 200),
  "POST /producers/me/lots": producers(401, 400),
  "GET /producers/me/lots/:id": { ...owner(401, 200), at: ({ lot }) => `/producers/me/lots/${lot}` },
  // Shops that are not open are told so before anything is looked up.
  "GET /producers/me/lots/stock": producers(401, 200),
  "POST /producers/me/lots/raw": producers(401, 400),
  "POST /producers/me/lots/corrections": producers(401, 400),
  "POST /producers/me/lots/merge": producers(401, 400),
  "POST /producers/me/lots/transform": producers(401, 400),
  "POST /producers/me/lots/:id/split": { ...producers(401, 400), at: ({ lot }) => `/producers/me/lots/${lot}/split` },
  "POST /producers/me/lots/:id/steps": {
    ...producers(401, 404, { owner: 201, pending: 400, suspended: 400 }),
    at: ({ lot }) => `/producers/me/lots/${lot}/steps`,
    body: { step: "packing", happened_at: "2026-01-05" },
  },
  "GET /producers/me/coupons": producers(401, 200),
  // Only an open shop gives discounts; the body is wrong on purpose.
  "POST /producers/me/coupons": producers(401, 400),
  "GET /producers/me/coupons/:id": { ...owner(401, 200), at: ({ coupon }) => `/producers/me/coupons/${coupon}` },
  "POST /producers/me/coupons/:id/stop": {
    ...owner(401, 200),
    at: ({ coupon }) => `/producers/me/coupons/${coupon}/stop`,
  },
  "GET /producers/me/orders": producers(401, 200),
  "POST /producers/me/orders": producers(401, 400),
  "GET /producers/me/orders/:id": { ...owner(401, 200), at: ({ part }) => `/producers/me/orders/${part}` },
  "GET /producers/me/orders/labels.pdf": producers(401, 400),
  "GET /producers/me/orders/:id/label.pdf": {
    ...owner(401, 200),
    at: ({ part }) => `/producers/me/orders/${part}/label.pdf`,
  },
  "GET /producers/me/orders/:id/slip.pdf": {
    ...owner(401, 200),
    at: ({ part }) => `/producers/me/orders/${part}/slip.pdf`,
  },
  "GET /producers/me/orders/:id/qr": { ...owner(401, 200), at: ({ part }) => `/producers/me/orders/${part}/qr` },
  "POST /producers/me/orders/:id/qr": { ...owner(401, 200), at: ({ part }) => `/producers/me/orders/${part}/qr` },
  "GET /producers/me/stall-sales": producers(401, 200),
  "POST /producers/me/stall-sales": producers(401, 400),
  "GET /producers/me/stall-sales/:id": { ...producers(401, 404), at: () => "/producers/me/stall-sales/none" },
  "POST /producers/me/stall-sales/:id/cancel": {
    ...producers(401, 404),
    at: () => "/producers/me/stall-sales/none/cancel",
  },
  "POST /producers/me/orders/:id/receipt": {
    ...owner(401, 400),
    at: ({ part }) => `/producers/me/orders/${part}/receipt`,
  },
  "POST /producers/me/orders/:id/:act": {
    ...owner(401, 400),
    at: ({ part }) => `/producers/me/orders/${part}/cancel`,
  },
  "POST /producers/me/orders/:id/returns/:return": {
    ...owner(401, 400),
    at: ({ part }) => `/producers/me/orders/${part}/returns/none`,
  },

  // Officials, pages
  "GET /office": officials(OFFICE_LOGIN, 200),
  "GET /office/login": everyone(),
  "POST /office/login": everyone(400),
  "POST /office/logout": everyone(OFFICE_LOGIN),
  "GET /office/producers/:id/lots": {
    ...areaOnly(OFFICE_LOGIN, 200),
    at: ({ producer }) => `/office/producers/${producer}/lots`,
  },
  "GET /office/lots/:id/profile": { ...areaOnly(OFFICE_LOGIN, 200), at: ({ lot }) => `/office/lots/${lot}/profile` },
  "GET /office/lots/:id/profile/epcis.json": {
    ...areaOnly(OFFICE_LOGIN, 200),
    at: ({ lot }) => `/office/lots/${lot}/profile/epcis.json`,
  },
  "GET /office/lots/:id/profile/portal.csv": {
    ...areaOnly(OFFICE_LOGIN, 200),
    at: ({ lot }) => `/office/lots/${lot}/profile/portal.csv`,
  },
  "GET /office/producers/:id": {
    ...areaOnly(OFFICE_LOGIN, 200),
    at: ({ producer }) => `/office/producers/${producer}`,
  },
  "GET /office/producers/:id/:move": {
    ...areaOnly(OFFICE_LOGIN, 200),
    at: ({ producer }) => `/office/producers/${producer}/suspend`,
  },
  "POST /office/producers/:id/:move": {
    ...areaOnly(OFFICE_LOGIN, 400),
    at: ({ producer }) => `/office/producers/${producer}/suspend`,
  },
  "GET /office/producers/:id/evidence/:evidenceId": {
    ...areaOnly(OFFICE_LOGIN, 200),
    at: ({ producer, evidence }) => `/office/producers/${producer}/evidence/${evidence}`,
  },
  "POST /office/producers/:id/evidence/:evidenceId": {
    ...areaOnly(OFFICE_LOGIN, 400),
    at: ({ producer, evidence }) => `/office/producers/${producer}/evidence/${evidence}`,
  },
  "GET /office/producers/:id/listings/:listingId/ocop": {
    ...areaOnly(OFFICE_LOGIN, 200),
    at: ({ producer, listing }) => `/office/producers/${producer}/listings/${listing}/ocop`,
  },
  "POST /office/producers/:id/listings/:listingId/ocop": {
    ...areaOnly(OFFICE_LOGIN, 400),
    at: ({ producer, listing }) => `/office/producers/${producer}/listings/${listing}/ocop`,
  },
  "GET /office/collection-points": officials(OFFICE_LOGIN, 200),
  "POST /office/collection-points": officials(OFFICE_LOGIN, 400),
  "GET /office/collection-points/:id": {
    ...areaOnly(OFFICE_LOGIN, 200),
    at: ({ point }) => `/office/collection-points/${point}`,
  },
  "POST /office/collection-points/:id": {
    ...areaOnly(OFFICE_LOGIN, 400),
    at: ({ point }) => `/office/collection-points/${point}`,
  },
  "GET /office/statistics": officials(OFFICE_LOGIN, 200),
  "GET /office/orders": officials(OFFICE_LOGIN, 200),
  "GET /office/statistics/csv": officials(OFFICE_LOGIN, 200),
  // Recalls and traces of real lots by the wrong official: `recall-office.spec.ts`.
  "GET /office/lot-changes": officials(OFFICE_LOGIN, 200),
  "GET /office/recalls": officials(OFFICE_LOGIN, 200),
  "GET /office/recalls/new": officials(OFFICE_LOGIN, 404),
  "POST /office/recalls/new": officials(OFFICE_LOGIN, 404),
  "GET /office/recalls/:id": { ...officials(OFFICE_LOGIN, 404), at: () => "/office/recalls/none" },
  "POST /office/recalls/:id": { ...officials(OFFICE_LOGIN, 404), at: () => "/office/recalls/none" },
  "GET /office/recalls/trace": officials(OFFICE_LOGIN, 400),
  "POST /office/recalls/trace": officials(OFFICE_LOGIN, 400),

  // Officials, JSON
  "GET /officials/me": officials(401, 200),
  "GET /officials/me/producers": officials(401, 200),
  "GET /officials/me/orders": officials(401, 200),
  "GET /officials/me/producers/:id": {
    ...areaOnly(401, 200),
    at: ({ producer }) => `/officials/me/producers/${producer}`,
  },
  "POST /officials/me/producers/:id/:move": {
    ...areaOnly(401, 400),
    at: ({ producer }) => `/officials/me/producers/${producer}/suspend`,
  },
  "GET /officials/me/producers/:id/evidence/:evidenceId": {
    ...areaOnly(401, 200),
    at: ({ producer, evidence }) => `/officials/me/producers/${producer}/evidence/${evidence}`,
  },
  "POST /officials/me/producers/:id/evidence/:evidenceId": {
    ...areaOnly(401, 400),
    at: ({ producer, evidence }) => `/officials/me/producers/${producer}/evidence/${evidence}`,
  },
  "POST /officials/me/producers/:id/listings/:listingId/ocop": {
    ...areaOnly(401, 400),
    at: ({ producer, listing }) => `/officials/me/producers/${producer}/listings/${listing}/ocop`,
  },

  "GET /officials/me/lot-changes": officials(401, 200),
  "GET /officials/me/recalls": officials(401, 200),
  "POST /officials/me/recalls": officials(401, 400),
  "GET /officials/me/recalls/preview": officials(401, 404),
  "GET /officials/me/recalls/:id": { ...officials(401, 404), at: () => "/officials/me/recalls/none" },
  "POST /officials/me/recalls/:id/lift": { ...officials(401, 404), at: () => "/officials/me/recalls/none/lift" },
  "GET /officials/me/recalls/trace": officials(401, 400),
  "POST /officials/me/recalls/trace/csv": officials(401, 400),
  "GET /officials/me/collection-points": officials(401, 200),
  "POST /officials/me/collection-points": officials(401, 400),
  "POST /officials/me/collection-points/:id": {
    ...areaOnly(401, 400),
    at: ({ point }) => `/officials/me/collection-points/${point}`,
    body: { name: "" },
  },

  // Operator
  "GET /admin/craft-steps": operator(200),
  "POST /admin/craft-steps": operator(400),
  "POST /admin/craft-steps/:id": { ...operator(400), at: () => "/admin/craft-steps/firing" },
  "POST /admin/craft-step-orders": operator(400),
  "GET /admin/shipping-rates": operator(200),
  "POST /admin/shipping-rates": operator(400),
  "GET /admin/shipping-rates/preview": operator(400),
  "GET /admin/collection-points": operator(200),
  "POST /admin/collection-points": operator(400),
  "POST /admin/collection-points/:id": {
    ...operator(400),
    at: ({ point }) => `/admin/collection-points/${point}`,
    body: { name: "" },
  },
  "GET /admin/producers": operator(200),
  "GET /admin/producers/:id": { ...operator(200), at: ({ producer }) => `/admin/producers/${producer}` },
  "POST /admin/producers/:id/:move": { ...operator(400), at: ({ producer }) => `/admin/producers/${producer}/suspend` },
  "GET /admin/producers/:id/evidence/:evidenceId": {
    ...operator(200),
    at: ({ producer, evidence }) => `/admin/producers/${producer}/evidence/${evidence}`,
  },
  "POST /admin/producers/:id/evidence/:evidenceId": {
    ...operator(400),
    at: ({ producer, evidence }) => `/admin/producers/${producer}/evidence/${evidence}`,
  },
  "GET /admin/officials": operator(200),
  "POST /admin/officials": operator(400),
  "POST /admin/officials/:id/:change": {
    ...operator(404),
    at: ({ official }) => `/admin/officials/${official}/no-such-change`,
  },
  "GET /admin/coupons": operator(200),
  "POST /admin/coupons": operator(400),
  "POST /admin/coupons/:id/stop": { ...operator(200), at: ({ coupon }) => `/admin/coupons/${coupon}/stop` },
  "GET /admin/phone-orders": operator(200),
  "POST /admin/phone-orders": operator(400),
  "GET /admin/phone-orders/communes": operator(200),
  "POST /admin/order-audit": { ...operator(400), body: { order_ids: [] } },
  "POST /admin/trace-log/audit": operator(200),
  "POST /admin/trace-log/checkpoint": operator(200),
  "GET /admin/bank-transfers": operator(200),
  "POST /admin/bank-transfers/statement": operator(400),
  "POST /admin/bank-transfers/:id/:decision": {
    ...operator(404),
    at: () => "/admin/bank-transfers/none/ignore",
    body: { note: "none there is" },
  },
  "GET /admin/recalls": operator(200),
  "POST /admin/recalls": operator(400),
  "GET /admin/recalls/preview": operator(404),
  "GET /admin/recalls/:id": { ...operator(404), at: () => "/admin/recalls/none" },
  "POST /admin/recalls/:id/lift": { ...operator(404), at: () => "/admin/recalls/none/lift" },
  "POST /admin/recalls/:id/called": { ...operator(404), at: () => "/admin/recalls/none/called" },
  "GET /admin/recalls/trace": operator(400),
  "POST /admin/recalls/trace/csv": operator(400),
  "GET /admin/refunds-due": operator(200),
  "POST /admin/refunds-due/:id/ask": { ...operator(404), at: () => "/admin/refunds-due/no-such-debt/ask" },
  "GET /admin/orphan-payments": operator(200),
  "POST /admin/orphan-payments/:id/retry": { ...operator(404), at: () => "/admin/orphan-payments/none/retry" },
  "POST /admin/orphan-payments/:id/give-back": { ...operator(404), at: () => "/admin/orphan-payments/none/give-back" },
  "POST /admin/payments/reconcile": { ...operator(400), body: { all: "wrong" } },
  "GET /admin/payments/alarms": operator(200),
  "GET /admin/payments/statement": operator(200),
  "GET /admin/payments/statement/csv": operator(200),
  "GET /admin/settlement-files": operator(200),
  "POST /admin/settlement-files": operator(400),
  "POST /admin/settlement-files/preview": operator(400),
  "GET /admin/settlement-files/:id": { ...operator(404), at: () => "/admin/settlement-files/none" },
  "GET /admin/payments/reviews": operator(200),
  "POST /admin/payments/reviews/:id/ask": { ...operator(404), at: () => "/admin/payments/reviews/none/ask" },
  "POST /admin/payments/reviews/:id/decision": { ...operator(400), at: () => "/admin/payments/reviews/none/decision" },
  "GET /admin/reconciliation-tasks": operator(200),
  "POST /admin/reconciliation-tasks/:id/solve": {
    ...operator(400),
    at: () => "/admin/reconciliation-tasks/no-such-task/solve",
  },
  "GET /admin/cash-tasks": operator(200),
  "POST /admin/cash-tasks/:id/answer": {
    ...operator(404),
    at: () => "/admin/cash-tasks/0/answer",
    body: { note: "Đã gọi cả hai bên" },
  },
  "GET /admin/producer-orders/:id/receipts/:receipt": {
    ...operator(404),
    at: ({ part }) => `/admin/producer-orders/${part}/receipts/none`,
  },
  "GET /admin/producer-orders": operator(200),
  "GET /admin/producer-orders/:id": { ...operator(200), at: ({ part }) => `/admin/producer-orders/${part}` },
  "POST /admin/producer-orders/:id/:move": {
    ...operator(400),
    at: ({ part }) => `/admin/producer-orders/${part}/accept`,
  },
  "POST /admin/producer-orders/:id/returns/:request/:answer": {
    ...operator(400),
    at: ({ part }) => `/admin/producer-orders/${part}/returns/none/accept`,
  },
  "GET /admin/order-repairs": operator(200),
  "POST /admin/order-repairs/:id/retry": { ...operator(404), at: () => "/admin/order-repairs/none/retry" },
  "POST /admin/refunds-due/:id/retry": { ...operator(404), at: () => "/admin/refunds-due/no-such-debt/retry" },
  "POST /admin/refunds-due/:id/returned": { ...operator(400), at: () => "/admin/refunds-due/no-such-debt/returned" },

  // EPCIS
  "GET /epcis/v2/capture": readsEvents(200),
  "POST /epcis/v2/capture": { ...capturesEvents, body: {} },
  "GET /epcis/v2/capture/:id": { ...readsEvents(404), at: () => "/epcis/v2/capture/cap_none" },
  "GET /epcis/v2/events": readsEvents(200),
  "POST /epcis/v2/events": { ...capturesEvents, body: {} },
  "GET /epcis/v2/events/:id": { ...readsEvents(404), at: () => "/epcis/v2/events/urn%3Auuid%3Anone" },
  "GET /epcis/v2/:collection": { ...readsEvents(200), at: () => "/epcis/v2/bizSteps" },
  "GET /epcis/v2/:collection/:value": { ...readsEvents(200), at: () => "/epcis/v2/bizSteps/packing" },
  "GET /epcis/v2/:collection/:value/events": {
    ...readsEvents(200),
    at: () => "/epcis/v2/bizSteps/packing/events?perPage=1",
  },
}
