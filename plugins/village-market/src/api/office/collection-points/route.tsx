import { REGISTRY } from "../../../modules/registry"
import { communesOf } from "../../../modules/registry/official-area"
import { listCollectionPoints } from "../../../office/collection-points"
import type { FieldErrors } from "../../../web/fields"
import { readForm } from "../../../web/form"
import { byName } from "../../../web/format"
import { PointForm, PointList } from "../../../web/office/collection-points"
import { OfficeFrame, officeFrame } from "../../../web/office/frame"
import { type PageContext, page } from "../../../web/page"
import { collectionPoints } from "../../../web/text/office/collection-points"
import { NewCollectionPoint, saveCollectionPointWorkflow } from "../../../workflows/save-collection-point"
import { byOfficial, type OfficialRequest } from "../../actors"

type FormRequest = OfficialRequest<Record<string, unknown>>

export const GET = page<FormRequest>((req, page) => pointsPage(req, page))

export const POST = page<FormRequest>(async (req, page) => {
  const t = collectionPoints[page.lang]
  const form = readForm(NewCollectionPoint.omit({ active: true }), req.body ?? {}, (key) =>
    String(t[key as keyof typeof t]),
  )
  if (!form.ok) return { status: 400, body: await pointsPage(req, page, form.errors) }
  const communes = await communesOfArea(req, page)
  if (!communes.some(({ value }) => value === form.value.commune_code)) {
    return { status: 400, body: await pointsPage(req, page, { commune_code: t.pointCommuneMissing }) }
  }
  const { official: area } = req
  await saveCollectionPointWorkflow(req.scope).run({
    input: { fields: { ...form.value, active: true }, actor: byOfficial(req), area },
  })
  return { redirect: "/office/collection-points?saved=1" }
})

async function pointsPage(req: FormRequest, page: PageContext, errors?: FieldErrors) {
  const { lang } = page
  const t = collectionPoints[lang]
  const [frame, points, communes] = await Promise.all([
    officeFrame(req),
    listCollectionPoints(req.scope, req.official),
    communesOfArea(req, page),
  ])
  return (
    <OfficeFrame page={page} title={t.points} {...frame}>
      <div class="narrow">
        <h1>{t.points}</h1>
        {req.query.saved ? (
          <p class="notice good" role="status">
            {t.saved}
          </p>
        ) : null}
        <p>{t.lead}</p>
        <PointList lang={lang} points={points} />
        <section aria-labelledby="add">
          <h2 id="add">{t.add}</h2>
          <PointForm
            lang={lang}
            action="/office/collection-points"
            sent={req.body}
            errors={errors}
            communes={communes}
          />
        </section>
      </div>
    </OfficeFrame>
  )
}

async function communesOfArea(req: FormRequest, { lang }: PageContext) {
  const rows = await req.scope.resolve(REGISTRY).listCommunes(communesOf(req.official), { take: 1000 })
  return rows
    .map(({ code, full_name }) => ({ value: code, label: full_name }))
    .sort((a, b) => byName(lang)(a.label, b.label))
}
