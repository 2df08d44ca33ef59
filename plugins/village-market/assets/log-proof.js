// What it takes to check a lot's proof without trusting whoever handed it out: RFC 8785 (JCS), RFC 6962 (tree),
// C2SP signed-note, tlog-checkpoint, tlog-proof. Only WebCrypto is used, so the same file runs in a phone and in Node.

const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
const fromBase64 = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
const utf8 = (text) => new TextEncoder().encode(text)
const same = (a, b) => hexOf(a) === hexOf(b)

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer()))
}
const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right)

/** RFC 8785: members in the order of UTF-16 code units, everything else as JSON.stringify writes it. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (value === null || typeof value !== "object") return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`
}

/** entry = SHA-256(salt ‖ JCS(record)); the log's leaf is SHA-256(0x00 ‖ entry). `salt` is hexadecimal. */
export const entryOf = (record, salt) => sha256(bytesOf(salt), utf8(canonical(record)))
export const leafOf = (entry) => sha256(Uint8Array.of(0), entry)

/** RFC 9162 §2.1.3.2. Sizes are BigInt, hashes Uint8Array. */
export async function isIncluded(index, size, leaf, proof, root) {
  if (index < 0n || index >= size) return false
  let [fn, sn, hash] = [index, size - 1n, leaf]
  for (const sibling of proof) {
    if (sn === 0n) return false
    if (fn & 1n || fn === sn) {
      hash = await nodeHash(sibling, hash)
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else hash = await nodeHash(hash, sibling)
    ;[fn, sn] = [fn >> 1n, sn >> 1n]
  }
  return sn === 0n && same(hash, root)
}

/** RFC 9162 §2.1.4.2: whether the second tree begins with the first; `trees` are `{ size, root }`. */
export async function isConsistent(first, second, proof) {
  if (first.size <= 0n || first.size > second.size) return false
  if (first.size === second.size) return proof.length === 0 && same(first.root, second.root)
  if (proof.length === 0) return false
  const [seed, ...rest] = first.size & (first.size - 1n) ? proof : [first.root, ...proof]
  let [fn, sn, old, now] = [first.size - 1n, second.size - 1n, seed, seed]
  while (fn & 1n) [fn, sn] = [fn >> 1n, sn >> 1n]
  for (const sibling of rest) {
    if (sn === 0n) return false
    if (fn & 1n || fn === sn) {
      old = await nodeHash(sibling, old)
      now = await nodeHash(sibling, now)
      while (!(fn & 1n) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n]
    } else now = await nodeHash(now, sibling)
    ;[fn, sn] = [fn >> 1n, sn >> 1n]
  }
  return sn === 0n && same(old, first.root) && same(now, second.root)
}

/** Takes a `.tlog-proof` apart; throws where it has not the form. */
export function parseTlogProof(text) {
  const [, index, hashes, note] =
    /^c2sp\.org\/tlog-proof@v1\n(?:extra [^\n]*\n)?index (\d+)\n((?:[\w+/]{43}=\n)*)\n(.+)$/s.exec(text) ?? []
  if (note === undefined) throw new Error("not a tlog-proof")
  return { index: BigInt(index), hashes: hashes.split("\n").filter(Boolean).map(fromBase64), note }
}

/** The checkpoint `{ origin, size, root }` of a note signed by this vkey; undefined when the signature does not hold. */
export async function openCheckpoint(note, vkey) {
  const [, name, hash, material] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? []
  const key = fromBase64(material)
  const id = (await sha256(utf8(`${name}\n`), key)).subarray(0, 4)
  const end = note.lastIndexOf("\n\n")
  if (key[0] !== 1 || hexOf(id) !== hash || end < 0) return undefined
  const text = note.slice(0, end + 1)
  const [origin, size, root] = text.split("\n")
  const verifier = await crypto.subtle.importKey("raw", key.subarray(1), { name: "Ed25519" }, false, ["verify"])
  for (const line of note.slice(end + 2).split("\n")) {
    const [dash, signer, base64] = line.split(" ")
    if (dash !== "—" || signer !== name) continue
    const signature = fromBase64(base64)
    if (!same(signature.subarray(0, 4), id)) continue
    const good = await crypto.subtle.verify("Ed25519", verifier, signature.subarray(4), utf8(text))
    return good && origin === name ? { origin, size: BigInt(size), root: fromBase64(root) } : undefined
  }
  return undefined
}

/**
 * Checks one record as `/trace-log/proof/{code}` hands it out, against a vkey: "intact", "erased" (its line stands in
 * the log, but what it said is gone) or "mismatch"; with the checkpoint it was checked against.
 */
export async function checkRecord({ index, record, salt, entry, tlog_proof }, vkey) {
  const proof = parseTlogProof(tlog_proof)
  const checkpoint = await openCheckpoint(proof.note, vkey)
  const own = salt === undefined ? bytesOf(entry) : await entryOf(record, salt)
  const found =
    checkpoint !== undefined &&
    proof.index === BigInt(index) &&
    (await isIncluded(proof.index, checkpoint.size, await leafOf(own), proof.hashes, checkpoint.root))
  return { outcome: !found ? "mismatch" : salt === undefined ? "erased" : "intact", checkpoint }
}

/** Whether this browser has what the check needs: SHA-256 and Ed25519 in WebCrypto, which also means https. */
export async function canCheck() {
  const key = bytesOf("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a") // RFC 8032 §7.1
  try {
    await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"])
    return true
  } catch {
    return false
  }
}

export { fromBase64, hexOf }
