import { readFileSync } from "node:fs"
import { Pool } from "pg"
import { variable } from "./variable"

/** What the seed and the start write for people and scripts. */
export interface Demo {
  base_url: string
  publishable_api_key: string
  region_id: string
  sales_channel_id: string
  admin: { email: string; password: string }
  officials: { email: string; password: string; area: string }[]
  producers: { id: string; name: string; phone: string; otp: string }[]
  vnpay?: { tmn_code: string; hash_secret: string }
  sepay?: { webhook_secret: string }
  stripe?: { webhook_secret: string }
}

/** The address of the shop that all specs of a run share. */
export const baseUrl = () => variable("TEST_BASE_URL")

const pools = new Map<string, Pool>()

function pool(url: string): Pool {
  // Idle connections must not keep the test process from ending.
  const known = pools.get(url) ?? new Pool({ connectionString: url, allowExitOnIdle: true })
  pools.set(url, known)
  return known
}

/** The shop's database, to check what a request left there. */
export const db = () => pool(variable("TEST_DATABASE_URL"))

export const warehouse = () => pool(variable("TEST_WAREHOUSE_URL"))

export const demo = (): Demo => JSON.parse(readFileSync(variable("TEST_DEMO_JSON"), "utf8"))

/** The folder in which the shared shop keeps its uploads and private files. */
export const localDir = () => variable("LOCAL_DIR")
