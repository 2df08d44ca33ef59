import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { producerInScope } from "../../../../../office/dossier"
import { runDecision } from "../../../../../office/run-decision"
import { OfficeFrame, officeFrame } from "../../../../../web/office/frame"
import { REASONED, ReasonForm } from "../../../../../web/office/reason-form"
import { page } from "../../../../../web/page"
import { office } from "../../../../../web/text/office"
import { DECISIONS } from "../../../../../workflows/decide-producer"
import { byOfficial, type OfficialRequest } from "../../../../actors"

const Sent = z.object({
  suggested: z.string().max(300).optional().catch(undefined),
  reason: z.string().trim().max(2000).default("").catch(""),
})

/** Asks for the reason before a household is refused or suspended. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const move = REASONED.find((known) => known === req.params.move)
  if (!move) throw notFound()
  const [frame, { producer }] = await Promise.all([
    officeFrame(req),
    producerInScope(req.scope, req.official, String(req.params.id)),
  ])
  return (
    <OfficeFrame page={page} title={office[page.lang][move]} {...frame}>
      <ReasonForm lang={page.lang} producer={producer} move={move} />
    </OfficeFrame>
  )
})

export const POST = page<OfficialRequest>(async (req, page) => {
  const t = office[page.lang]
  const move = DECISIONS.find((known) => known === req.params.move)
  if (!move) throw notFound()
  const { producer } = await producerInScope(req.scope, req.official, String(req.params.id))
  const sent = Sent.parse(req.body ?? {})
  const reason = sent.reason || sent.suggested || ""
  const reasoned = REASONED.find((known) => known === move)
  const wrong = reason.length > 300 ? t.reasonTooLong : reasoned && !reason ? t.reasonMissing : undefined
  if (reasoned && wrong) {
    return {
      status: 400,
      body: (
        <OfficeFrame page={page} title={t[reasoned]} {...(await officeFrame(req))}>
          <ReasonForm lang={page.lang} producer={producer} move={reasoned} sent={sent} errors={{ reason: wrong }} />
        </OfficeFrame>
      ),
    }
  }
  const actor = byOfficial(req)
  const outcome = await runDecision(req.scope, { producer_id: producer.id, move, reason: reasoned && reason, actor })
  return { redirect: `/office/producers/${producer.id}?${outcome.ok ? `done=${move}` : "late=1"}` }
})

const notFound = () => new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
