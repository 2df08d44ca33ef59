import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto"
import { ownerOfTaxCode } from "./tax-code"

type Keys = { encryptionKey: string; holdingKey: string }

/** How a tax code is kept: unreadable without the key, and a keyed hash that is equal for shops of one owner. */
export type SealedTaxCode = { tax_code_cipher: string; holding_key: string }

const VERSION = "v1"

/**
 * Encrypts a tax code (AES-256-GCM, NIST SP 800-38D; random 96-bit nonce) as `v1.<nonce>.<tag>.<text>` in base64url,
 * bound to its producer: copied to another row it does not open.
 */
export function sealTaxCode(code: string, producerId: string, { encryptionKey, holdingKey }: Keys): SealedTaxCode {
  const nonce = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(encryptionKey, "hex"), nonce).setAAD(Buffer.from(producerId))
  const text = Buffer.concat([cipher.update(code, "utf8"), cipher.final()])
  const parts = [nonce, cipher.getAuthTag(), text].map((part) => part.toString("base64url"))
  return {
    tax_code_cipher: [VERSION, ...parts].join("."),
    holding_key: createHmac("sha256", Buffer.from(holdingKey, "hex")).update(ownerOfTaxCode(code)).digest("hex"),
  }
}

/** Throws when the key is wrong or the text was changed or moved. */
export function openTaxCode(
  sealed: string,
  producerId: string,
  { encryptionKey }: Pick<Keys, "encryptionKey">,
): string {
  const [version, ...parts] = sealed.split(".")
  const [nonce, tag, text] = parts.map((part) => Buffer.from(part, "base64url"))
  if (version !== VERSION || !nonce || !tag || !text) throw new Error("Not a sealed tax code")
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(encryptionKey, "hex"), nonce, { authTagLength: 16 })
  decipher.setAAD(Buffer.from(producerId)).setAuthTag(tag)
  return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8")
}
