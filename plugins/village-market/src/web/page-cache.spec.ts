import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { Entry, PageCache } from "./page-cache"

const page = (text: string, status = 200) => new Entry(status, "html", text)

describe("the page cache", () => {
  it("makes a page once for all who ask while it is being made", async () => {
    const cache = new PageCache({ entries: 10, bytes: 1000 })
    let made = 0
    let release = (_: Entry) => {}
    const make = () => {
      made++
      return new Promise<Entry>((resolve) => {
        release = resolve
      })
    }
    const asked = [cache.get("a", make), cache.get("a", make), cache.get("a", make)]
    release(page("one"))
    const entries = await Promise.all(asked)
    expect(new Set(entries).size).toBe(1)
    await cache.get("a", make)
    expect(made).toBe(1)
  })

  it("drops what was used least recently, by count", async () => {
    const cache = new PageCache({ entries: 2, bytes: 1000 })
    const made: string[] = []
    const ask = (key: string) =>
      cache.get(key, async () => {
        made.push(key)
        return page(key)
      })
    for (const key of ["a", "b", "a", "c", "a", "b"]) await ask(key)
    expect(made).toEqual(["a", "b", "c", "b"])
    expect(cache.size.entries).toBe(2)
  })

  it("stays within its bytes, and lets a page larger than them pass through", async () => {
    const cache = new PageCache({ entries: 100, bytes: 40 })
    for (const key of ["a", "b", "c", "d"]) await cache.get(key, async () => page("0123456789"))
    expect(cache.size).toEqual({ entries: 2, bytes: 40 })
    expect((await cache.get("big", async () => page("x".repeat(100)))).body).toHaveLength(100)
    expect(cache.size.bytes).toBeLessThanOrEqual(40)
  })

  it("keeps neither failures nor pages that were not found", async () => {
    const cache = new PageCache({ entries: 10, bytes: 1000 })
    const failing = () => Promise.reject(new Error("database away"))
    await expect(cache.get("a", failing)).rejects.toThrow("database away")
    await cache.get("a", async () => page("gone", 404))
    expect(cache.size.entries).toBe(0)
    expect((await cache.get("a", async () => page("back"))).body.toString()).toBe("back")
  })

  it("hands out one document under one weak tag in every encoding", async () => {
    const entry = page("Nước mắm ".repeat(100))
    expect(entry.etag).toMatch(/^W\/"[\w-]{22}"$/)
    expect(page("Nước mắm ".repeat(100)).etag).toBe(entry.etag)
    expect(page("Nước").etag).not.toBe(entry.etag)
    expect(brotliDecompressSync(await entry.as("br"))).toEqual(entry.body)
    expect(gunzipSync(await entry.as("gzip"))).toEqual(entry.body)
  })
})
