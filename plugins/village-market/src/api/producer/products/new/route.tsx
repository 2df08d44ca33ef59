import { readUpload } from "../../../../evidence/read-upload"
import { CATALOGUE } from "../../../../modules/catalogue"
import { ErrorSummary, type FieldErrors, FileInput } from "../../../../web/fields"
import { type PageContext, page } from "../../../../web/page"
import { common } from "../../../../web/text/common"
import { listing } from "../../../../web/text/listing"
import { products } from "../../../../web/text/products"
import { addPhoto } from "../../../../workflows/add-photo"
import type { ProducerRequest } from "../../../actors"
import { photoStatus } from "../../../producers/me/listings/photo-status"
import { newDraftId, withNewDraft } from "../own-drafts"
import { ProductLayout, ShopNotice, shrinks } from "../parts"
import { toRegistration } from "../product-request"
import { SCREENS } from "./screens"

type Props = { page: PageContext; req: ProducerRequest; draftId: string; errors?: FieldErrors }

/** The first screen: a photo. A product begins with what it looks like, and most phones are good at that. */
export const GET = page<ProducerRequest>(
  (req, page) => toRegistration(req) ?? <First page={page} req={req} draftId={newDraftId()} />,
)

export const POST = page<ProducerRequest>(async (req, page, res) => {
  const elsewhere = toRegistration(req)
  if (elsewhere) return elsewhere
  const t = listing[page.lang]
  const refuse = (draftId: string, message: string, status: number) => ({
    status,
    body: <First page={page} req={req} draftId={draftId} errors={{ photo: message }} />,
  })
  const upload = await readUpload(req, res, "photo")
  if (!upload.ok) return refuse(newDraftId(), t[upload.why], photoStatus(upload.why))
  const { fields, bytes } = upload
  if (!bytes && !fields.skip) return refuse(String(fields.draft), t.photoMissing, 400)
  return withNewDraft(req.scope, req.producer.id, fields.draft, async (id) => {
    const next = { redirect: `/producer/products/new/${id}/name` }
    const [already] = await req.scope.resolve(CATALOGUE).listPictures({ listing_id: id }, { take: 1 })
    if (!bytes || already) return next
    const added = await addPhoto(req.scope, { listing_id: id, buffer: bytes })
    return added.ok ? next : refuse(id, t[added.why], photoStatus(added.why))
  })
})

function First({ page, req, draftId, errors }: Props) {
  const { lang } = page
  const t = products[lang]
  return (
    <ProductLayout page={page} title={t.photoTitle}>
      <p class="meta">{t.stepOf(1, SCREENS.length)}</p>
      <h1>{t.photoTitle}</h1>
      <ShopNotice lang={lang} status={req.producer.status} />
      <form method="post" action="/producer/products/new" enctype="multipart/form-data" novalidate {...shrinks(lang)}>
        <ErrorSummary lang={lang} errors={errors} />
        <input type="hidden" name="draft" value={draftId} />
        <FileInput
          lang={lang}
          name="photo"
          label={t.photoLabel}
          hint={t.photoHint}
          accept="image/*"
          errors={errors}
          required
        />
        <p class="actions">
          <button class="button" type="submit">
            {common[lang].next}
          </button>
          <button class="button secondary" type="submit" name="skip" value="1">
            {t.photoSkip}
          </button>
        </p>
      </form>
      <p>
        <a href="/producer/products">{common[lang].cancel}</a>
      </p>
    </ProductLayout>
  )
}
