import { z } from "@medusajs/framework/zod"
import { type ListedPoint, pointInArea } from "../../../../office/collection-points"
import type { FieldErrors } from "../../../../web/fields"
import { readForm } from "../../../../web/form"
import { PointForm } from "../../../../web/office/collection-points"
import { OfficeFrame, officeFrame } from "../../../../web/office/frame"
import { type PageContext, page } from "../../../../web/page"
import { collectionPoints } from "../../../../web/text/office/collection-points"
import { CollectionPointFields, saveCollectionPointWorkflow } from "../../../../workflows/save-collection-point"
import { byOfficial, type OfficialRequest } from "../../../actors"

type FormRequest = OfficialRequest<Record<string, unknown>>

const Form = CollectionPointFields.extend({ active: z.enum(["yes", "no"], "stateMissing") })

export const GET = page<FormRequest>(async (req, page) => {
  const point = await pointInArea(req.scope, req.official, String(req.params.id))
  return pointPage(req, page, point, { ...point, active: point.active ? "yes" : "no" })
})

export const POST = page<FormRequest>(async (req, page) => {
  const t = collectionPoints[page.lang]
  const point = await pointInArea(req.scope, req.official, String(req.params.id))
  const form = readForm(Form, req.body ?? {}, (key) => String(t[key as keyof typeof t]))
  if (!form.ok) return { status: 400, body: await pointPage(req, page, point, req.body ?? {}, form.errors) }
  const { official: area } = req
  await saveCollectionPointWorkflow(req.scope).run({
    input: {
      id: point.id,
      fields: { ...form.value, active: form.value.active === "yes" },
      actor: byOfficial(req),
      area,
    },
  })
  return { redirect: "/office/collection-points?saved=1" }
})

async function pointPage(
  req: FormRequest,
  page: PageContext,
  point: ListedPoint,
  sent: Record<string, unknown>,
  errors?: FieldErrors,
) {
  const { lang } = page
  const t = collectionPoints[lang]
  return (
    <OfficeFrame page={page} title={t.changeTitle(point.name)} {...(await officeFrame(req))}>
      <div class="narrow">
        <h1>{t.changeTitle(point.name)}</h1>
        <p>{point.commune}</p>
        <PointForm lang={lang} action={`/office/collection-points/${point.id}`} sent={sent} errors={errors} />
        <p>
          <a href="/office/collection-points">{t.back}</a>
        </p>
      </div>
    </OfficeFrame>
  )
}
