import type { Address } from "../modules/catalogue/reads/list-addresses"
import { LANGUAGES } from "./language"

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

/** sitemaps.org 0.9 with each page's other languages (xhtml:link, as search engines ask for). At most 50,000 addresses. */
export function sitemap(publicUrl: string, addresses: Address[]): string {
  const urls = addresses.slice(0, 50_000).map(({ path, changed }) => {
    const url = (lang: string) => escapeXml(`${publicUrl}${encodeURI(path)}?lang=${lang}`)
    const others = LANGUAGES.map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${url(lang)}"/>`)
    return `<url><loc>${url("vi")}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}${others.join("")}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`
}

/** A shop in demonstration offers nothing real: search engines are asked to stay away from all of it. */
export function robots({ demo, publicUrl }: { demo: boolean; publicUrl: string }): string {
  if (demo) return "User-agent: *\nDisallow: /\n"
  return `User-agent: *
Allow: /market
Allow: /lot
Disallow: /market?
Allow: /market?lang=
Disallow: /producer
Disallow: /office
Disallow: /app
Disallow: /admin
Disallow: /store
Sitemap: ${publicUrl}/sitemap.xml
`
}
