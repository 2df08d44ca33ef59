import type { Child } from "hono/jsx"
import type { PageContext } from "./page"
import { common } from "./text/common"

export type LayoutProps = {
  page: PageContext
  title: string
  /** One sentence for search engines and link previews. */
  description?: string
  /** Pages behind a login are not for search engines. */
  indexed?: boolean
  /** schema.org objects, as JSON-LD. */
  structured?: object[]
  /** Small ES modules of `assets/`, each by its file name. */
  scripts?: string[]
  /** Style sheets of `assets/` beside the one all pages share. */
  styles?: string[]
  /** Style in the page itself, instead of any sheet. */
  style?: string
  children: Child
}

/** The frame of every page: works without script, one style sheet, help always in the same place (WCAG 2.2, 3.2.6). */
export function Layout({
  page,
  title,
  description,
  indexed = false,
  structured = [],
  scripts = [],
  styles = [],
  style,
  children,
}: LayoutProps) {
  const t = common[page.lang]
  const other = page.lang === "vi" ? "en" : "vi"
  return (
    <html lang={page.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === t.marketName ? title : `${title} · ${t.marketName}`}</title>
        {description ? <meta name="description" content={description} /> : null}
        {indexed ? <Alternates page={page} /> : <meta name="robots" content="noindex" />}
        <meta name="theme-color" content="#7c2514" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/assets/manifest.webmanifest" />
        {style ? (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheets
          <style dangerouslySetInnerHTML={{ __html: style }} />
        ) : (
          ["site.css", ...styles].map((file) => <link rel="stylesheet" href={`/assets/${file}`} />)
        )}
        {structured.map((thing) => (
          <script
            type="application/ld+json"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: "<" is escaped, so no product name can close the element
            dangerouslySetInnerHTML={{ __html: JSON.stringify(thing).replace(/</g, "\\u003c") }}
          />
        ))}
        {scripts.map((file) => (
          <script type="module" src={`/assets/${file}`} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {t.skip}
        </a>
        {page.settings.demo ? (
          <aside class="demo" aria-label={t.demo}>
            {t.demo}
          </aside>
        ) : null}
        <header class="top">
          <a class="brand" href="/market">
            {t.marketName}
          </a>
          <nav aria-label={t.mainNav}>
            <a href="/market">{t.navMarket}</a>
            <a href="/market/villages">{t.navVillages}</a>
            <a href="/market/basket">{t.navBasket}</a>
            <a href="/producer">{t.navSell}</a>
            <a href={withLanguage(page.url, other)} lang={other} hreflang={other} rel="nofollow">
              {t.otherLanguage}
            </a>
          </nav>
        </header>
        <main id="main">{children}</main>
        <footer class="bottom">
          <p>
            <a href={`tel:${page.settings.hotline.replace(/\s/g, "")}`}>{t.hotline(page.settings.hotline)}</a>
          </p>
          <p>
            <a href="/office">{t.navOffice}</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

function Alternates({ page }: { page: PageContext }) {
  const base = page.settings.publicUrl
  return (
    <>
      <link rel="canonical" href={base + withLanguage(page.url, page.lang)} />
      <link rel="alternate" hreflang="vi" href={base + withLanguage(page.url, "vi")} />
      <link rel="alternate" hreflang="en" href={base + withLanguage(page.url, "en")} />
    </>
  )
}

/** The same address in another language. */
export function withLanguage(url: string, lang: string) {
  const [path = "/", query] = url.split("?")
  const params = new URLSearchParams(query)
  params.set("lang", lang)
  return `${path}?${params}`
}
