import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readLatestCheckpoint, signCheckpoint } from "../../modules/traceability/log/checkpoints"
import { logKeyOf } from "../../modules/traceability/log/log-key"
import { parseNote } from "../../modules/traceability/log/signed-note"
import { Layout } from "../../web/layout"
import { page } from "../../web/page"
import { traceLog } from "../../web/text/trace-log"
import { LogPage } from "../../web/trace-log/log-page"

/** What the log proves and how to repeat the check without our code. */
export const GET = page(async (req, page) => {
  const t = traceLog[page.lang]
  const pg = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const key = logKeyOf(page.settings)
  const checkpoint = (await readLatestCheckpoint(pg)) ?? (key && (await signCheckpoint(pg, key)).checkpoint)
  const signers = checkpoint ? (parseNote(checkpoint.note)?.signatures ?? []) : []
  const witnesses = signers.slice(1).map(({ name }) => name)
  return (
    <Layout page={page} title={t.title} description={t.lead} styles={["trace-log.css"]} indexed>
      <LogPage
        {...{ lang: page.lang, publicUrl: page.settings.publicUrl, vkey: key?.vkey }}
        {...{ checkpoint, witnesses }}
      />
    </Layout>
  )
})
