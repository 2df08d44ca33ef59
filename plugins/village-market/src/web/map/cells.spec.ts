import { areaOf, cellsOf, nearer, type Point, pathOf } from "./cells"

const square = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
] as [number, number][]

describe("cells of the map", () => {
  it("cuts a polygon at the middle between two points", () => {
    const half = nearer(square, [2, 5], [8, 5])
    expect(areaOf(half)).toBeCloseTo(50)
    expect(Math.max(...half.map(([x]) => x))).toBeCloseTo(5)
    expect(nearer(square, [5, 5], [5, 100])).toEqual(square)
  })

  it("gives each place the land nearest to it and no place twice", () => {
    const sites = Array.from({ length: 40 }, (_, i) => ({
      at: [((i * 37) % 100) + (i % 3), (i * 61) % 100] as Point,
      reach: 20,
    }))
    const cells = cellsOf(sites)
    const inside = ([x, y]: Point, cell: readonly Point[]) =>
      cell.every(([ax, ay], i) => {
        const [bx, by] = cell[(i + 1) % cell.length] ?? [ax, ay]
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= -1e-9
      })
    for (let x = 0; x < 100; x += 7.3) {
      for (let y = 0; y < 100; y += 7.3) {
        const distances = sites.map(({ at }) => Math.hypot(at[0] - x, at[1] - y))
        const nearest = distances.indexOf(Math.min(...distances))
        const holders = cells.flatMap((cell, i) => (inside([x, y], cell) ? [i] : []))
        // At the rim a disc of 16 corners reaches 98 % of its radius.
        if ((distances[nearest] ?? 0) < 19) expect(holders).toEqual([nearest])
        else expect(holders.length).toBeLessThanOrEqual(1)
      }
    }
  })

  it("shares a place held twice instead of losing it", () => {
    const cells = cellsOf([
      { at: [0, 0], reach: 5 },
      { at: [0, 0], reach: 5 },
    ])
    expect(cells.map((cell) => cell.length)).toEqual([16, 16])
  })

  it("writes short paths in whole units", () => {
    expect(pathOf(square)).toBe("M0 0l10 0 0 10-10 0z")
    expect(pathOf([])).toBe("")
  })
})
