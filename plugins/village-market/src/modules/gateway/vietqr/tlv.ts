/** One field of EMVCo's merchant-presented QR: a two-digit tag and its value. */
export type Field = readonly [tag: string, value: string]

/** Tag, two-digit length in characters, value. A value that two digits cannot measure, or that is not ASCII, is refused. */
export function writeTlv(fields: readonly Field[]): string {
  return fields
    .map(([tag, value]) => {
      if (!/^[\x20-\x7e]{1,99}$/.test(value)) throw new Error(`field ${tag} of a QR holds 1 to 99 ASCII characters`)
      return `${tag}${String(value.length).padStart(2, "0")}${value}`
    })
    .join("")
}

/** The fields of a TLV text in their order; undefined if it is cut off, runs over or names a tag twice. */
export function readTlv(text: string): Map<string, string> | undefined {
  const fields = new Map<string, string>()
  let at = 0
  while (at < text.length) {
    const head = /^(\d{2})(\d{2})$/.exec(text.slice(at, at + 4))
    const [, tag, length] = head ?? []
    if (tag === undefined || length === undefined || fields.has(tag)) return undefined
    const end = at + 4 + Number(length)
    if (end > text.length) return undefined
    fields.set(tag, text.slice(at + 4, end))
    at = end
  }
  return fields
}

/** CRC-16/CCITT-FALSE (polynomial 1021, start FFFF) as four upper-case hexadecimal digits, a leading zero kept. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text, "ascii")) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, "0")
}
