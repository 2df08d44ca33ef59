import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"

export type Demo = {
  publishable_api_key: string
  region_id: string
  sales_channel_id: string
  admin?: { email: string; password: string }
  officials: { email: string; password: string; area: string }[]
  producers: { id: string; name: string; phone: string; otp: string }[]
  vnpay?: { tmn_code: string; hash_secret: string }
  sepay?: { webhook_secret: string }
  stripe?: { webhook_secret: string }
}

const fileIn = (localDir: string) => join(localDir, "demo.json")

export function readDemo(localDir: string): Partial<Demo> {
  const file = fileIn(localDir)
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}
}

/** Keeps what others wrote there (the start adds `base_url`). Only this user may read it; it is never half written. */
export function writeDemo(localDir: string, demo: Demo) {
  mkdirSync(localDir, { recursive: true })
  const file = fileIn(localDir)
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...readDemo(localDir), ...demo }, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
