import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { listPlacedCommunes, type PlacedCommune } from "../../modules/catalogue/reads/read-villages"
import type { Language } from "../language"
import { lotPage } from "../text/lot-page"
import { drawCommunes, type MapCell } from "./commune-map"

/** A cut of the map of communes: the one meant, and its neighbours. */
export type Sketch = { view: string; around: string; home: string; names: { name: string; x: number; y: number }[] }

const WIDTH = 640
const HEIGHT = 300
/** Units of the whole province's width: a commune is then about a hundred wide. */
const SCALE = 2600

/** Cells about a commune, or undefined where the commune has no known place. Only the commune is marked: no house, no village. */
export function sketchOf(cells: readonly MapCell[], code: string): Sketch | undefined {
  const home = cells.find((cell) => cell.code === code)
  if (!home) return undefined
  const [x, y] = home.at
  const near = cells.filter(({ at }) => Math.abs(at[0] - x) < WIDTH * 0.7 && Math.abs(at[1] - y) < HEIGHT * 0.8)
  return {
    view: `${Math.round(x - WIDTH / 2)} ${Math.round(y - HEIGHT / 2)} ${WIDTH} ${HEIGHT}`,
    around: near
      .filter((cell) => cell.code !== code)
      .map(({ path }) => path)
      .join(""),
    home: home.path,
    names: namesBeside(home, near),
  }
}

/** Height of a line and width of a letter, in units of the drawing. */
const [LINE, LETTER] = [32, 17]

/** Names that do not run into each other or over the edge: the commune's own, then those of the nearest. */
function namesBeside(home: MapCell, near: readonly MapCell[]): Sketch["names"] {
  const away = ({ at }: MapCell) => Math.hypot(at[0] - home.at[0], at[1] - home.at[1])
  const placed: (Sketch["names"][number] & { half: number })[] = []
  for (const cell of [...near].sort((a, b) => away(a) - away(b))) {
    const name = cell.name.replace(/^(Xã|Phường|Đặc khu) /, "")
    const [x, y, half] = [Math.round(cell.at[0]), Math.round(cell.at[1]), (name.length * LETTER) / 2]
    const fits = Math.abs(x - home.at[0]) + half < WIDTH / 2 && Math.abs(y - home.at[1]) + LINE < HEIGHT / 2
    const free = placed.every((other) => Math.abs(other.y - y) > LINE || Math.abs(other.x - x) > other.half + half)
    if (fits && free) placed.push({ name, x, y, half })
  }
  return placed.map(({ name, x, y }) => ({ name, x, y }))
}

const MINUTES = 10
type Drawn = { cells: MapCell[]; sketches: Map<string, Sketch | undefined>; until: number }
const drawn = new WeakMap<Knex, Promise<Drawn>>()

/** The sketch of a commune. Drawn once in ten minutes for all of them: a page of a lot reads nothing for its map. */
export async function communeSketch(pg: Knex, code: string): Promise<Sketch | undefined> {
  const known = await drawn.get(pg)
  const fresh = known && known.until > Date.now() ? known : await redraw(pg)
  if (!fresh.sketches.has(code)) fresh.sketches.set(code, sketchOf(fresh.cells, code))
  return fresh.sketches.get(code)
}

function redraw(pg: Knex) {
  const draw = listPlacedCommunes(pg).then((communes: PlacedCommune[]) => ({
    cells: communes.length > 0 ? drawCommunes(communes, SCALE).cells : [],
    sketches: new Map<string, Sketch | undefined>(),
    until: Date.now() + MINUTES * 60_000,
  }))
  drawn.set(pg, draw)
  draw.catch(() => drawn.delete(pg))
  return draw
}

/** The sketch as a picture; the place stands in words beside it. */
export function CommuneSketch({ lang, sketch, place }: { lang: Language; sketch: Sketch; place: string }) {
  return (
    <figure class="lot-map">
      <svg viewBox={sketch.view} role="img" aria-label={lotPage[lang].mapLabel(place)}>
        <path d={sketch.around} />
        <path class="home" d={sketch.home} />
        {sketch.names.map(({ name, x, y }) => (
          <text x={x} y={y}>
            {name}
          </text>
        ))}
      </svg>
      <figcaption>{lotPage[lang].mapNote}</figcaption>
    </figure>
  )
}
