import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { CATALOGUE } from "../../../../../../../modules/catalogue"
import { producerInScope } from "../../../../../../../office/dossier"
import { readForm } from "../../../../../../../web/form"
import { OfficeFrame, officeFrame } from "../../../../../../../web/office/frame"
import { OcopForm } from "../../../../../../../web/office/ocop-form"
import { page } from "../../../../../../../web/page"
import { office } from "../../../../../../../web/text/office"
import { decideOcopWorkflow, OcopDecision } from "../../../../../../../workflows/decide-ocop"
import { byOfficial, type OfficialRequest } from "../../../../../../actors"

/** Asks for the decision printed on the certificate, or whether to take the mark back. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const { producer, listing } = await listingInArea(req)
  return (
    <OfficeFrame page={page} title={office[page.lang].ocopVerifyTitle} {...(await officeFrame(req))}>
      <OcopForm lang={page.lang} producerId={producer.id} listing={listing} />
    </OfficeFrame>
  )
})

export const POST = page<OfficialRequest<Record<string, unknown>>>(async (req, page) => {
  const t = office[page.lang]
  const { producer, listing } = await listingInArea(req)
  const form = readForm(OcopDecision, req.body ?? {}, (key) =>
    key === "decidedOnWrong" ? t.decidedOnWrong : t.decisionNumberMissing,
  )
  if (!form.ok) {
    return {
      status: 400,
      body: (
        <OfficeFrame page={page} title={t.ocopVerifyTitle} {...(await officeFrame(req))}>
          <OcopForm lang={page.lang} producerId={producer.id} listing={listing} sent={req.body} errors={form.errors} />
        </OfficeFrame>
      ),
    }
  }
  await decideOcopWorkflow(req.scope).run({
    input: { ...form.value, producer_id: producer.id, listing_id: listing.id, actor: byOfficial(req) },
  })
  return { redirect: `/office/producers/${producer.id}?done=ocop#listings` }
})

async function listingInArea(req: OfficialRequest) {
  const container: MedusaContainer = req.scope
  const { producer } = await producerInScope(container, req.official, String(req.params.id))
  const [listing] = await container
    .resolve(CATALOGUE)
    .listListings({ id: String(req.params.listingId), producer_id: producer.id }, { take: 1 })
  if (!listing) throw new MedusaError(MedusaError.Types.NOT_FOUND, "Not found")
  return { producer, listing }
}
