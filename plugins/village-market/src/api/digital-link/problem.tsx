import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Layout } from "../../web/layout"
import { LookupForm } from "../../web/lots/lookup-form"
import { pageContext } from "../../web/page"
import { resolver } from "../../web/text/resolver"

type Title = "malformed" | "unknown" | "noSuchLink" | "readOnly"

/**
 * A refusal, never with 200: a page for a person's browser, a problem (RFC 9457) for programs. `detail` is for
 * programmers, in English.
 */
export function problem(req: MedusaRequest, res: MedusaResponse, status: number, title: Title, detail?: string) {
  const page = pageContext(req)
  const t = resolver[page.lang]
  res.setHeader("cache-control", "no-store")
  if (!(req.headers.accept ?? "").includes("text/html")) {
    const body = { type: "about:blank", title: t[title], status, ...(detail && { detail }) }
    res.status(status).type("application/problem+json").send(JSON.stringify(body))
    return
  }
  const body = (
    <Layout page={page} title={t[title]}>
      <h1>{t[title]}</h1>
      <p>{t.unknownHelp}</p>
      <LookupForm lang={page.lang} />
    </Layout>
  )
  res.status(status).type("html").send(`<!doctype html>${body}`)
}
