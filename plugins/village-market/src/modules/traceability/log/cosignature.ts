import { sign } from "node:crypto"
import { COSIGNATURE_V1, parseNote, type SigningKey, signatureLine, type VerifierKey, verifies } from "./signed-note"

/**
 * C2SP tlog-cosignature, Ed25519: a witness says that at `time` (seconds since 1970) this was the largest tree it had
 * seen, and that it continued all before. The signature is time (64 bits, big-endian) ‖ Ed25519 over this message.
 */
const message = (text: string, time: bigint) => Buffer.from(`cosignature/v1\ntime ${time}\n${text}`)

/** The signature line of a witness under a checkpoint's text. */
export function cosign(text: string, key: SigningKey, time: bigint): string {
  const stamp = Buffer.alloc(8)
  stamp.writeBigUInt64BE(time)
  return signatureLine({ ...key, signature: Buffer.concat([stamp, sign(null, message(text, time), key.privateKey)]) })
}

export type Cosignature = { line: string; time: Date }

/** The valid cosignature of this witness under a note, or undefined. Lines of others are passed over. */
export function findCosignature(note: string, key: VerifierKey): Cosignature | undefined {
  const parsed = parseNote(note)
  if (!parsed || key.type !== COSIGNATURE_V1) return undefined
  for (const found of parsed.signatures) {
    if (found.name !== key.name || !found.id.equals(key.id) || found.signature.length !== 72) continue
    const time = found.signature.readBigUInt64BE()
    if (time <= LATEST && verifies(key, message(parsed.text, time), found.signature.subarray(8)))
      return { line: signatureLine(found), time: new Date(Number(time) * 1000) }
  }
  return undefined
}

/** The last second a date can hold. */
const LATEST = 8_640_000_000_000n
