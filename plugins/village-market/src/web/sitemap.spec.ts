import { robots, sitemap } from "./sitemap"

describe("what search engines are told", () => {
  it("lists each page in both languages, escaped", () => {
    const xml = sitemap("https://cho.vn", [{ path: "/market/products/a&b", changed: "2026-11-24" }])
    expect(xml).toContain("<loc>https://cho.vn/market/products/a&amp;b?lang=vi</loc><lastmod>2026-11-24</lastmod>")
    expect(xml).toContain(
      '<xhtml:link rel="alternate" hreflang="en" href="https://cho.vn/market/products/a&amp;b?lang=en"/>',
    )
  })

  it("names the sitemap in earnest and keeps all away from a demonstration", () => {
    expect(robots({ demo: false, publicUrl: "https://cho.vn" })).toContain("Sitemap: https://cho.vn/sitemap.xml")
    expect(robots({ demo: true, publicUrl: "https://cho.vn" })).toBe("User-agent: *\nDisallow: /\n")
  })
})
