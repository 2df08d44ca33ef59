export type Point = readonly [x: number, y: number]
export type Polygon = Point[]

/** The part of a convex polygon nearer to `site` than to `other` (Sutherland–Hodgman against their bisector). */
export function nearer(polygon: Polygon, site: Point, other: Point): Polygon {
  const [nx, ny] = [other[0] - site[0], other[1] - site[1]]
  const edge = (nx * (site[0] + other[0]) + ny * (site[1] + other[1])) / 2
  const beyond = ([x, y]: Point) => nx * x + ny * y - edge
  return polygon.flatMap((from, i) => {
    const to = polygon[(i + 1) % polygon.length] ?? from
    const [a, b] = [beyond(from), beyond(to)]
    const kept = a <= 0 ? [from] : []
    if (a < 0 !== b < 0 && a !== b) {
      const t = a / (a - b)
      kept.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])])
    }
    return kept
  })
}

/** A regular polygon about a point: how far a cell may reach where it has no neighbour. */
export function disc([x, y]: Point, radius: number, corners = 16): Polygon {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * (i + 0.5)) / corners
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const
  })
}

/**
 * Voronoi cells of the sites, each within its own disc, so that the outline follows the sites instead of a hull that
 * would take in the neighbours' land. Quadratic in the number of sites: meant for some hundreds, drawn once.
 */
export function cellsOf(sites: { at: Point; reach: number }[]): Polygon[] {
  return sites.map(({ at, reach }) =>
    sites.reduce(
      (cell, other) => {
        const apart = Math.hypot(other.at[0] - at[0], other.at[1] - at[1])
        return apart === 0 || apart > 2 * reach ? cell : nearer(cell, at, other.at)
      },
      disc(at, reach),
    ),
  )
}

export const areaOf = (polygon: Polygon) =>
  polygon.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)

/** An SVG path in whole units, each corner relative to the last: short, and shorter still when compressed. */
export function pathOf(polygon: Polygon): string {
  const corners = polygon.map(([x, y]) => [Math.round(x), Math.round(y)] as const)
  const [start] = corners
  if (!start) return ""
  const steps = corners.slice(1).flatMap(([x, y], i) => {
    const [fromX, fromY] = corners[i] ?? start
    return x === fromX && y === fromY ? [] : [`${x - fromX} ${y - fromY}`]
  })
  return `M${start.join(" ")}l${steps.join(" ")}z`.replaceAll(" -", "-")
}
