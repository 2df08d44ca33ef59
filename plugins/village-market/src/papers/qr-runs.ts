import { create } from "qrcode"

/** Modules that a QR code leaves white on each side (ISO/IEC 18004 §6.3.8). */
export const QUIET_MODULES = 4

/** Dark modules next to each other in one row, counted from the upper left module without the quiet zone. */
export type Run = { row: number; column: number; length: number }

/** How many modules a QR code of this text has along its side, the quiet zone included. */
export const qrModules = (text: string) => create(text, { errorCorrectionLevel: "M" }).modules.size + 2 * QUIET_MODULES

/** A QR code (ISO/IEC 18004) at correction level M, one run for what would be one stroke of a pen. */
export function qrRuns(text: string): { count: number; runs: Run[] } {
  const { size: count, data } = create(text, { errorCorrectionLevel: "M" }).modules
  const runs: Run[] = []
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (!data[row * count + column]) continue
      const start = column
      while (column < count && data[row * count + column]) column++
      runs.push({ row, column: start, length: column - start })
    }
  }
  return { count, runs }
}
