import type { TraceField } from "../../../../../modules/traceability/profile/trace-fields"
import { readChecklist } from "../../../../../seller/lot-profile"
import type { FieldErrors } from "../../../../../web/fields"
import { readForm } from "../../../../../web/form"
import { Layout } from "../../../../../web/layout"
import { DeclarationForm } from "../../../../../web/lots/declaration-form"
import { ProfileFiles } from "../../../../../web/lots/profile-files"
import { ProfileChecklist } from "../../../../../web/lots/profile-view"
import { type PageContext, page } from "../../../../../web/page"
import { lotProfile } from "../../../../../web/text/lot-profile"
import { declareLotWorkflow, LotDeclared } from "../../../../../workflows/declare-lot"
import type { ProducerRequest } from "../../../../actors"
import { textsOf } from "../../read-lot-form"

const ownLot = (req: ProducerRequest) => ({ id: String(req.params.id), producer_id: req.producer.id })

export const GET = page<ProducerRequest>((req, page) => profilePage(req, page))

export const POST = page<ProducerRequest>(async (req, page) => {
  const { id, producer_id } = ownLot(req)
  const form = readForm(LotDeclared, textsOf(req.body), () => lotProfile[page.lang].long)
  if (!form.ok) return { status: 400, body: await profilePage(req, page, form.errors) }
  await declareLotWorkflow(req.scope).run({ input: { ...form.value, producer_id, lot_id: id } })
  return { redirect: `/producer/lots/${id}/profile?saved=1` }
})

async function profilePage(req: ProducerRequest, page: PageContext, errors?: FieldErrors) {
  const t = lotProfile[page.lang]
  const { profile, items, today } = await readChecklist(req.scope, ownLot(req))
  const here = `/producer/lots/${profile.id}`
  const product = profile.listing_id ? `/producer/products/${profile.listing_id}` : undefined
  const fixes: Partial<Record<TraceField, string>> = {
    image: product,
    producer_name: "/producer/profile",
    producer_address: "/producer/profile",
    stages: here,
    brand: "#said",
    standards: "#said",
  }
  return (
    <Layout page={page} title={t.title(profile.lot.code)}>
      {req.query.saved ? (
        <p class="notice good" role="status">
          {t.saved}
        </p>
      ) : null}
      <h1>{t.title(profile.lot.code)}</h1>
      <p>{t.lead}</p>
      <ProfileChecklist lang={page.lang} items={items} today={today} fixAt={(field) => fixes[field]} />
      <DeclarationForm
        lang={page.lang}
        lot={profile.lot}
        values={errors ? textsOf(req.body) : undefined}
        errors={errors}
      />
      <ProfileFiles lang={page.lang} base={`${here}/profile`} />
      <p>
        <a href={here}>{t.back}</a>
      </p>
    </Layout>
  )
}
