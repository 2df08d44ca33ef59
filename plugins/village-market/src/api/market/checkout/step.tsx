import type { Child } from "hono/jsx"
import { Layout } from "../../../web/layout"
import type { PageContext } from "../../../web/page"
import { checkout } from "../../../web/text/checkout"

/** The frame of a checkout step: one question, where one stands, a way back. */
export function Step({
  page,
  number,
  title,
  back,
  children,
}: {
  page: PageContext
  number: number
  title: string
  back: string
  children: Child
}) {
  const t = checkout[page.lang]
  return (
    <Layout page={page} title={title}>
      <div class="narrow">
        <p class="steps">{t.step(number)}</p>
        <h1>{title}</h1>
        {children}
        <p>
          <a href={back}>{page.lang === "vi" ? "Quay lại" : "Back"}</a>
        </p>
      </div>
    </Layout>
  )
}
