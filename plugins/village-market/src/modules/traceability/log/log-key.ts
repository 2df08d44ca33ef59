import type { Settings } from "../../../settings"
import { parseVkey, type SigningKey, signingKey, type VerifierKey, vkeyOf } from "./signed-note"

export type LogKey = SigningKey & { origin: string; vkey: string }

const keys = new WeakMap<Settings, LogKey>()

/** The log's origin (C2SP tlog-tiles): its address without the scheme. */
export const originOf = (publicUrl: string) => {
  const { host, pathname } = new URL(publicUrl)
  return `${host}${pathname.replace(/\/$/, "")}/trace-log`
}

/** What signs this shop's checkpoints; undefined where no key was given, which the start allows to no shop in earnest. */
export function logKeyOf(settings: Settings): LogKey | undefined {
  const known = keys.get(settings)
  if (known || !settings.traceLog.key) return known
  const origin = originOf(settings.publicUrl)
  const signing = signingKey(origin, Buffer.from(settings.traceLog.key, "hex"))
  const key = { ...signing, origin, vkey: vkeyOf(signing) }
  keys.set(settings, key)
  return key
}

export type Witness = { url: string; key: VerifierKey; vkey: string }

/** Who cosigns, by the settings; undefined without one. A vkey that cannot be read is refused with the settings. */
export function witnessOf({ traceLog: { witnessUrl, witnessVkey } }: Settings): Witness | undefined {
  const key = witnessVkey ? parseVkey(witnessVkey) : undefined
  return witnessUrl && witnessVkey && key ? { url: witnessUrl.replace(/\/$/, ""), key, vkey: witnessVkey } : undefined
}
