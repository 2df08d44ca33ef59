/** A CSV file as RFC 4180 has it, with a byte order mark so that a spreadsheet reads Vietnamese. */
export function csv(rows: (string | number | null)[][]): string {
  const cell = (value: string | number | null) => {
    const text = value === null ? "" : String(value)
    // A name that a spreadsheet would take for a formula is kept as text.
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
  }
  return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`
}
