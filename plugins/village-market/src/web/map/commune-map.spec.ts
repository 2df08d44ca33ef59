import { drawCommunes, spread } from "./commune-map"

const communes = [
  { code: "a", name: "Bắc", latitude: 20.6, longitude: 106, area_km2: 20 },
  { code: "b", name: "Nam", latitude: 20.1, longitude: 106, area_km2: 20 },
  { code: "c", name: "Đông", latitude: 20.35, longitude: 106.5, area_km2: null },
]

describe("the sketch of the communes", () => {
  it("puts north up, east right, all within its frame", () => {
    const map = drawCommunes(communes, 800)
    const [north, south, east] = map.cells.map(({ at }) => at)
    expect(north?.[1]).toBeLessThan(south?.[1] ?? 0)
    expect(east?.[0]).toBeGreaterThan(north?.[0] ?? 0)
    for (const { at, path } of map.cells) {
      expect(path).toMatch(/^M\d+ \d+l[\d -]+z$/)
      expect(at[0]).toBeGreaterThanOrEqual(0)
      expect(at[0]).toBeLessThanOrEqual(map.width)
      expect(at[1]).toBeGreaterThanOrEqual(0)
      expect(at[1]).toBeLessThanOrEqual(map.height)
    }
    expect(map.place(20.6, 106)).toEqual(north)
  })

  it("keeps distances: a degree north and its length in kilometres east look alike", () => {
    const { place } = drawCommunes(communes, 1000)
    const [x0, y0] = place(20.3, 106.1)
    const [, y1] = place(20.4, 106.1)
    const [x1] = place(20.3, 106.1 + 0.1 / Math.cos((20.35 * Math.PI) / 180))
    expect(x1 - x0).toBeCloseTo(y0 - y1, 6)
  })

  it("moves points apart that share a centre, and leaves others where they are", () => {
    const moved = spread(
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [100, 100],
      ],
      10,
    )
    expect(moved[0]).toEqual([0, 0])
    expect(moved[3]).toEqual([100, 100])
    for (const [i, a] of moved.entries()) {
      for (const b of moved.slice(i + 1)) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThanOrEqual(10)
    }
  })
})
