import { Layout } from "../../web/layout"
import { page } from "../../web/page"
import { common } from "../../web/text/common"

export const GET = page((_req, page) => (
  <Layout page={page} title={common[page.lang].marketName} indexed>
    <h1>{common[page.lang].marketName}</h1>
  </Layout>
))
