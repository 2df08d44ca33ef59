import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readCatalogueVersion } from "../modules/catalogue/reads/catalogue-version"
import { type PageHandler, page, pageContext, renderPage } from "./page"
import { type Encoding, Entry, PageCache } from "./page-cache"
import { shareNext } from "./share-next"

const cache = new PageCache({ entries: 3000, bytes: 64 * 1024 * 1024 })
const versions = new WeakMap<Knex, () => Promise<string>>()

/**
 * Answers from the page cache. The catalogue's version is read for every request, so an answer is never older than
 * the last edit committed before the request came in; between edits nothing else is read.
 */
export async function sendCached(req: MedusaRequest, res: MedusaResponse, key: string, make: () => Promise<Entry>) {
  const version = await currentVersion(req)
  await sendEntry(req, res, await cache.get(`${version} ${key}`, make))
}

/** The browser keeps a copy but asks every time; a copy that is still right costs a 304. */
export async function sendEntry(req: MedusaRequest, res: MedusaResponse, entry: Entry) {
  res.setHeader("cache-control", "private, no-cache")
  res.setHeader("etag", entry.etag)
  res.vary("Accept-Encoding")
  res.status(entry.status).type(entry.type)
  const encoding = entry.body.length > 1024 ? req.acceptsEncodings(["br", "gzip", "identity"]) : "identity"
  if (encoding === "br" || encoding === "gzip") {
    res.setHeader("content-encoding", encoding satisfies Encoding)
    res.send(await entry.as(encoding))
    return
  }
  res.send(entry.body)
}

/**
 * Like `page`, for pages that show nothing but the catalogue: they are kept for everybody who carries no cookie but
 * the language. Whoever carries more (a login, later a basket) gets a page of their own.
 */
export function cachedPage(handler: PageHandler, worthKeeping = (_: MedusaRequest) => true) {
  const fresh = page(handler)
  return async (req: MedusaRequest, res: MedusaResponse) => {
    if (!isAnonymous(req) || !worthKeeping(req)) return fresh(req, res)
    res.vary("Accept-Language").vary("Cookie")
    const { lang, url } = pageContext(req)
    await sendCached(req, res, `${lang} ${url}`, async () => {
      const rendered = await renderPage(req, res, handler)
      if (!("html" in rendered)) throw new Error("Only a page can be kept")
      return new Entry(rendered.status, "html", rendered.html)
    })
  }
}

const isAnonymous = (req: MedusaRequest) =>
  !req.headers.authorization && Object.keys(req.cookies ?? {}).every((name) => name === "lang")

function currentVersion(req: MedusaRequest) {
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const read = versions.get(pg) ?? shareNext(() => readCatalogueVersion(pg))
  versions.set(pg, read)
  return read()
}
