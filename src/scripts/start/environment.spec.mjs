import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { isDemo, missingSecrets, nodeProblem, shopEnvironment, warehouseUrl } from "./environment.mjs"

const REAL = {
  JWT_SECRET: "j",
  COOKIE_SECRET: "c",
  ENCRYPTION_KEY: "e",
  HOLDING_KEY: "h",
  TRACE_LOG_KEY: "l",
  PUBLIC_URL: "https://cho.example",
  SMS_GATEWAY_URL: "https://sms.example",
  SMS_GATEWAY_TOKEN: "t",
}

describe("what the start reads from its environment", () => {
  it("accepts Node 20.19 and later", () => {
    expect(nodeProblem("20.19.0")).toBeUndefined()
    expect(nodeProblem("22.1.0")).toBeUndefined()
    expect(nodeProblem("20.18.3")).toContain("20.19")
    expect(nodeProblem("18.20.0")).toContain("18.20.0")
  })

  it("is a demonstration only where nobody meant a real shop", () => {
    expect(isDemo("start", {})).toBe(true)
    expect(isDemo("start", { DATABASE_URL: "postgres://db/shop" })).toBe(false)
    expect(isDemo("start", { DATABASE_URL: "postgres://db/shop", DEMO_MODE: "true" })).toBe(true)
    expect(isDemo("start", { DEMO_MODE: "false" })).toBe(false)
    expect(isDemo("serve", {})).toBe(false)
    expect(isDemo("serve", { DEMO_MODE: "true" })).toBe(true)
  })

  it("names every secret that a real shop lacks", () => {
    expect(missingSecrets({})).toEqual(Object.keys(REAL))
    expect(missingSecrets(REAL)).toEqual([])
    expect(missingSecrets({ ...REAL, HOLDING_KEY: "" })).toEqual(["HOLDING_KEY"])
  })

  it("puts the warehouse beside the shop", () => {
    expect(warehouseUrl("postgres://u:p@db:5432/shop?sslmode=require")).toBe(
      "postgres://u:p@db:5432/shop_warehouse?sslmode=require",
    )
  })

  it("makes the demonstration's secrets once, for its owner alone", () => {
    const local = fs.mkdtempSync(path.join(os.tmpdir(), "environment-"))
    const make = () => shopEnvironment({ env: {}, demo: true, databaseUrl: "postgres://db/shop", port: 9001, local })
    const env = make()
    expect(make()).toEqual(env)
    expect(env.ENCRYPTION_KEY).toMatch(/^[0-9a-f]{64}$/)
    expect(env).toMatchObject({ DEMO_MODE: "true", PUBLIC_URL: "http://localhost:9001", HOST: "127.0.0.1" })
    expect(fs.statSync(path.join(local, "secrets.json")).mode & 0o777).toBe(0o600)
    fs.rmSync(local, { recursive: true })
  })

  it("invents no secret for a real shop", () => {
    const env = shopEnvironment({ env: REAL, demo: false, databaseUrl: "postgres://db/shop", port: 9000 })
    expect(Object.keys(env).filter((name) => name in REAL)).toEqual([])
    expect(env.DEMO_MODE).toBe("false")
  })
})
