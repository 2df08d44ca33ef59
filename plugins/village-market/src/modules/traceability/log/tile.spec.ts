import fc from "fast-check"
import { hasTile, parseTilePath, stretchOf, tilePath } from "./tile"

describe("the address of a tile (C2SP tlog-tiles)", () => {
  it.each([
    ["0/000", { level: 0, index: 0n, width: 256 }],
    ["0/x001/x234/067", { level: 0, index: 1234067n, width: 256 }],
    ["2/067.p/1", { level: 2, index: 67n, width: 1 }],
    ["63/x999/999.p/255", { level: 63, index: 999999n, width: 255 }],
    ["entries/x001/000", { level: "entries" as const, index: 1000n, width: 256 }],
  ])("%s", (path, tile) => {
    expect(parseTilePath(path)).toEqual(tile)
    expect(tilePath(tile)).toBe(path)
  })

  it.each([
    "",
    "0",
    "00/000",
    "64/000",
    "0/0",
    "0/1234",
    "0/x000/001",
    "0/x001",
    "0/001.p/0",
    "0/001.p/256",
    "0/001.p/01",
  ])("%s is none", (path) => expect(parseTilePath(path)).toBeUndefined())

  it("reads what it wrote, for any tile", () => {
    const tile = fc.record({
      level: fc.oneof(fc.constant("entries" as const), fc.integer({ min: 0, max: 63 })),
      index: fc.bigInt({ min: 0n, max: 10n ** 18n }),
      width: fc.integer({ min: 1, max: 256 }),
    })
    fc.assert(fc.property(tile, (any) => expect(parseTilePath(tilePath(any))).toEqual(any)))
  })
})

describe("the tiles of a log of 70,000", () => {
  const has = (path: string) => {
    const tile = parseTilePath(path)
    return tile !== undefined && hasTile(tile, 70_000n)
  }

  it("are those of the specification's example", () => {
    expect(
      ["0/272", "0/273.p/112", "1/000", "1/001.p/17", "2/000.p/1", "entries/273.p/112"].filter((p) => !has(p)),
    ).toEqual([])
    expect(
      ["0/273", "0/273.p/113", "1/001", "1/001.p/18", "2/000.p/2", "3/000.p/1", "entries/274.p/1"].filter(has),
    ).toEqual([])
  })

  it("lie where their subtrees do", () => {
    expect(stretchOf({ level: 3, index: 40n })).toEqual({ level: 0, start: 320n, end: 328n })
    expect(stretchOf({ level: 8, index: 5n })).toEqual({ level: 1, start: 5n, end: 6n })
  })
})
