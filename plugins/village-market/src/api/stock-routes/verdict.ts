import type { MedusaRequest } from "@medusajs/framework/http"
import type { StockRouteTopic } from "../../web/text/stock-routes"

export type RouteName = `${"POST" | "DELETE" | "PUT" | "PATCH"} /${string}`

/** Looks at a request before Medusa's route does; names the topic of the refusal, or nothing when it may pass. */
export type Guard = (req: MedusaRequest) => Promise<StockRouteTopic | undefined>

export type Verdict =
  /** Answers 409 and names the place of ours that does it. */
  | { kind: "ours"; topic: StockRouteTopic }
  /** Passes through a check of ours. */
  | { kind: "guarded"; guard: Guard }
  /** Harmless to orders and producers, for the reason given. */
  | { kind: "passes"; why: string }

export type Verdicts = Record<RouteName, Verdict>

const each = (verdict: Verdict, routes: RouteName[]): Verdicts =>
  Object.fromEntries(routes.map((route) => [route, verdict]))

export const ours = (topic: StockRouteTopic, ...routes: RouteName[]) => each({ kind: "ours", topic }, routes)
export const guarded = (guard: Guard, ...routes: RouteName[]) => each({ kind: "guarded", guard }, routes)
export const passes = (why: string, ...routes: RouteName[]) => each({ kind: "passes", why }, routes)
