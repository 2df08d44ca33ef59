import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto"

/** Ed25519, of a log; a witness's cosignature has a type of its own (C2SP tlog-cosignature). */
export const ED25519 = 0x01
export const COSIGNATURE_V1 = 0x04
type KeyType = typeof ED25519 | typeof COSIGNATURE_V1

/** What a `vkey` says: `name+hash+base64(type ‖ key)`, C2SP signed-note. */
export type VerifierKey = { name: string; type: KeyType; id: Buffer; publicKey: Buffer }
export type SigningKey = VerifierKey & { privateKey: KeyObject }

/** A line `— name base64(id ‖ signature)` under a note. */
export type NoteSignature = { name: string; id: Buffer; signature: Buffer }
export type SignedNote = { text: string; signatures: NoteSignature[] }

const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex")
const SPKI = Buffer.from("302a300506032b6570032100", "hex")

export const keyId = (name: string, type: KeyType, publicKey: Buffer) =>
  createHash("sha256").update(`${name}\n`).update(Buffer.of(type)).update(publicKey).digest().subarray(0, 4)

/** The key of a seed of 32 bytes, RFC 8032. */
export function signingKey(name: string, seed: Buffer, type: KeyType = ED25519): SigningKey {
  if (!isKeyName(name)) throw new TypeError(`${name} cannot name a key`)
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" })
  const publicKey = createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(SPKI.length)
  return { name, type, id: keyId(name, type, publicKey), publicKey, privateKey }
}

export const vkeyOf = ({ name, type, id, publicKey }: VerifierKey) =>
  `${name}+${id.toString("hex")}+${Buffer.concat([Buffer.of(type), publicKey]).toString("base64")}`

/** Reads a vkey; undefined when it is none, of an unknown type, or its hash is not that of its key. */
export function parseVkey(vkey: string): VerifierKey | undefined {
  const [, name, hash, material] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? []
  if (name === undefined || hash === undefined || material === undefined || !isKeyName(name)) return undefined
  const bytes = fromBase64(material)
  const type = bytes?.[0]
  if (bytes?.length !== 33 || (type !== ED25519 && type !== COSIGNATURE_V1)) return undefined
  const publicKey = bytes.subarray(1)
  const id = keyId(name, type, publicKey)
  return id.toString("hex") === hash ? { name, type, id, publicKey } : undefined
}

/** A signature line, with its newline. */
export const signatureLine = ({ name, id, signature }: NoteSignature) =>
  `— ${name} ${Buffer.concat([id, signature]).toString("base64")}\n`

/** `text` ends with a newline; it is what is signed. */
export const signNote = (text: string, key: SigningKey) =>
  `${text}\n${signatureLine({ ...key, signature: sign(null, Buffer.from(text), key.privateKey) })}`

/** Takes a note apart; undefined when it has not the form. Nothing is verified. */
export function parseNote(note: string): SignedNote | undefined {
  const end = note.lastIndexOf("\n\n")
  if (end < 0 || !note.endsWith("\n") || hasControl(note)) return undefined
  const signatures = note
    .slice(end + 2, -1)
    .split("\n")
    .map(parseSignature)
  const parsed = signatures.filter((signature) => signature !== undefined)
  return parsed.length === signatures.length ? { text: note.slice(0, end + 1), signatures: parsed } : undefined
}

export function parseSignature(line: string): NoteSignature | undefined {
  const [, name, base64] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? []
  const bytes = base64 === undefined ? undefined : fromBase64(base64)
  if (name === undefined || !isKeyName(name) || !bytes || bytes.length < 5) return undefined
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

/**
 * The text of a note that this Ed25519 key has signed, else undefined. A signature of this key that is wrong spoils the
 * note; those of other keys say nothing.
 */
export function openNote(note: string, key: VerifierKey): string | undefined {
  const parsed = parseNote(note)
  if (!parsed || key.type !== ED25519) return undefined
  const own = parsed.signatures.filter(({ name, id }) => name === key.name && id.equals(key.id))
  const good = own.every(({ signature }) => verifies(key, Buffer.from(parsed.text), signature))
  return own.length > 0 && good ? parsed.text : undefined
}

export const verifies = ({ publicKey }: VerifierKey, message: Buffer, signature: Buffer) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: "der", type: "spki" }),
    signature,
  )

/** Standard base64 with its padding (RFC 4648 §4), or undefined: Buffer would read over what is wrong. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64")
  return bytes.toString("base64") === text ? bytes : undefined
}

const isKeyName = (name: string) => name !== "" && !/[\s+\p{C}]/u.test(name)

// biome-ignore lint/suspicious/noControlCharactersInRegex: C2SP signed-note forbids them, all but the newline
const hasControl = (note: string) => /[\u0000-\u0009\u000b-\u001f\u007f]/.test(note)
