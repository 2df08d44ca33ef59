/** An amount as people write it: "1.500" is a thousand and a half, "1,5" and "1.5" one and a half. Undefined where nothing stands. */
export function readAmount(text: string | undefined): string | undefined {
  const bare = text?.replace(/\s/g, "")
  if (!bare) return undefined
  return /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare) ? bare.replaceAll(".", "").replace(",", ".") : bare.replace(",", ".")
}
