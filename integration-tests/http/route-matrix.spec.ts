import request from "supertest"
import { demo } from "../harness/shop"
import { BASE, somewhere } from "./helpers/phone-login"
import { type Method, ourRoutes, type Route, stockAdminRoutes } from "./helpers/routes"
import { makeVisitors, type Tokens } from "./helpers/visitors"
import { type Answer, matrix, type Things, VISITORS, type Visitor } from "./route-matrix"

let tokens: Tokens
let things: Things

beforeAll(async () => {
  ;({ tokens, things } = await makeVisitors())
}, 60_000)

/** Medusa shows these to the login page of its dashboard; they hold switches, no data. */
const PUBLIC_IN_MEDUSA = ["GET /admin/feature-flags"]

const SEND = {
  GET: "get",
  POST: "post",
  PUT: "put",
  PATCH: "patch",
  DELETE: "delete",
  OPTIONS: "options",
  HEAD: "head",
} as const

/**
 * Asks as a visitor holding its token in every way a browser or script could: as bearer and in the cookies of both
 * kinds of pages, so that a login of one kind is proved not to open the other.
 */
async function ask({ method, path }: Route, token?: string, body: object = {}): Promise<Answer> {
  const asked = request(BASE)
    [SEND[method]](path)
    .redirects(0)
    .set("x-forwarded-for", somewhere())
    .set("x-publishable-api-key", demo().publishable_api_key)
  if (token) asked.set("authorization", `Bearer ${token}`).set("cookie", `vm_producer=${token}; vm_official=${token}`)
  const { status, headers } = await (method === "GET" ? asked : asked.type("json").send(body))
  return status >= 301 && status <= 308 ? `to ${(headers.location ?? "").split("?")[0]}` : status
}

const nameOf = ({ method, path }: Route) => `${method} ${path}`
const tokenOf = (visitor: Visitor) => (visitor === "anonymous" ? undefined : tokens[visitor])
const routes = ourRoutes()

describe("the table of routes", () => {
  it("has a line for every route of the file tree and no other", () => {
    expect(Object.keys(matrix).sort()).toEqual(routes.map(nameOf).sort())
  })

  it("gives real ids for every parameter", () => {
    for (const [name, { at }] of Object.entries(matrix))
      expect([name, Boolean(at)]).toEqual([name, name.includes("/:")])
  })
})

describe("who may do what", () => {
  it.each(Object.entries(matrix))("%s", async (name, { at, body, answers }) => {
    const [method, path = ""] = name.split(" ") as [Method, string]
    const route = { method, path: at?.(things) ?? path }
    const got = await Promise.all(VISITORS.map(async (visitor) => [visitor, await ask(route, tokenOf(visitor), body)]))
    expect(Object.fromEntries(got)).toEqual(answers)
  })
})

describe("Medusa's own /admin", () => {
  it("is shut to producers, officials and strangers on every route", async () => {
    const stock = stockAdminRoutes().filter((route) => !PUBLIC_IN_MEDUSA.includes(nameOf(route)))
    expect(stock.length).toBeGreaterThan(300)
    const opened: string[] = []
    const queue = stock.flatMap((route) =>
      (["owner", "official", "anonymous"] as const).map((visitor) => ({
        route: { ...route, path: route.path.replace(/:\w+/g, "x") },
        visitor,
      })),
    )
    const workers = Array.from({ length: 12 }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const answer = await ask(next.route, tokenOf(next.visitor))
        if (answer !== 401) opened.push(`${nameOf(next.route)} answers ${next.visitor} ${answer}`)
      }
    })
    await Promise.all(workers)
    expect(opened).toEqual([])
  }, 60_000)

  it("opens to the operator, so that the refusals above mean something", async () => {
    expect(await ask({ method: "GET", path: "/admin/products" }, tokens.operator)).toBe(200)
  })
})
