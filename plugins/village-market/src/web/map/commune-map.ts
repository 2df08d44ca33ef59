import type { PlacedCommune } from "../../modules/catalogue/reads/read-villages"
import { cellsOf, type Point, pathOf } from "./cells"

export type MapCell = { code: string; name: string; at: Point; path: string }
export type CommuneMap = {
  width: number
  height: number
  cells: MapCell[]
  place: (latitude: number, longitude: number) => Point
}

const KM_PER_DEGREE = 111.2
/** How much farther than a disc of its own area a commune may reach: communes are not round. */
const REACH = 2
const MEAN_AREA_KM2 = 30

/**
 * A sketch of the communes from their centroids, `width` units wide. Equirectangular about the middle latitude (WGS 84):
 * over one province the error is far below the width of a line. Not a map of boundaries.
 */
export function drawCommunes(communes: PlacedCommune[], width: number): CommuneMap {
  const [south, north] = extent(communes.map(({ latitude }) => latitude))
  const [west] = extent(communes.map(({ longitude }) => longitude))
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const inKm = (latitude: number, longitude: number): Point => [
    (longitude - west) * KM_PER_DEGREE * squeeze,
    (north - latitude) * KM_PER_DEGREE,
  ]
  const cells = cellsOf(
    communes.map(({ latitude, longitude, area_km2 }) => ({
      at: inKm(latitude, longitude),
      reach: REACH * Math.sqrt((area_km2 ?? MEAN_AREA_KM2) / Math.PI),
    })),
  )
  const [left, right] = extent(cells.flatMap((cell) => cell.map(([x]) => x)))
  const [top, bottom] = extent(cells.flatMap((cell) => cell.map(([, y]) => y)))
  const scale = width / (right - left || 1)
  const onPaper = ([x, y]: Point): Point => [(x - left) * scale, (y - top) * scale]
  return {
    width,
    height: Math.ceil((bottom - top) * scale),
    cells: communes.map(({ code, name, latitude, longitude }, i) => ({
      code,
      name,
      at: onPaper(inKm(latitude, longitude)),
      path: pathOf((cells[i] ?? []).map(onPaper)),
    })),
    place: (latitude, longitude) => onPaper(inKm(latitude, longitude)),
  }
}

/**
 * Points that would hide each other, moved apart until their centres are `gap` from each other: many villages are only
 * known by their commune and share its centre.
 */
export function spread(points: Point[], gap: number): Point[] {
  const placed: Point[] = []
  for (const [x, y] of points) {
    let spot: Point = [x, y]
    // A spiral of sunflower seeds about the true place: the first free spot is a near one.
    for (let i = 1; placed.some(([px, py]) => Math.hypot(px - spot[0], py - spot[1]) < gap); i++) {
      const radius = (gap / 2) * Math.sqrt(i)
      spot = [x + radius * Math.cos(i * 2.39996), y + radius * Math.sin(i * 2.39996)]
    }
    placed.push(spot)
  }
  return placed
}

function extent(values: number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}
