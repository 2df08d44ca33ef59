import { date, number } from "../format"
import type { Language } from "../language"
import { lotScans } from "../text/lot-scans"

export type DayCount = { day: string; count: number }

const WIDTH = 600
const HEIGHT = 160
const FOOT = 24

/** Bars of scans by day, drawn by the server; a picture, the numbers are in the table beside it. */
export function ScanChart({ lang, days }: { lang: Language; days: DayCount[] }) {
  const t = lotScans[lang]
  const most = Math.max(1, ...days.map(({ count }) => count))
  const step = WIDTH / days.length
  const [first] = days
  const last = days.at(-1)
  return (
    <svg
      class="scan-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`}
      role="img"
      aria-label={t.chartLabel(number(lang, most))}
    >
      <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="currentColor" />
      {days.map(({ count }, at) => {
        const height = count === 0 ? 0 : Math.max(3, Math.round(((HEIGHT - 20) * count) / most))
        return count === 0 ? null : (
          <rect x={Math.round(at * step) + 1} y={HEIGHT - height} width={Math.round(step) - 2} height={height} />
        )
      })}
      <text x="0" y={HEIGHT + 18}>
        {first ? date(lang, first.day) : null}
      </text>
      <text x={WIDTH} y={HEIGHT + 18} text-anchor="end">
        {last ? date(lang, last.day) : null}
      </text>
    </svg>
  )
}
