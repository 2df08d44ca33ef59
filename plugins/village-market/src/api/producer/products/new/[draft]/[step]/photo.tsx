import type { MedusaResponse } from "@medusajs/framework/http"
import { readUpload } from "../../../../../../evidence/read-upload"
import { CATALOGUE } from "../../../../../../modules/catalogue"
import { ErrorSummary, type FieldErrors, FileInput } from "../../../../../../web/fields"
import type { PageContext, PageResult } from "../../../../../../web/page"
import { common } from "../../../../../../web/text/common"
import { listing } from "../../../../../../web/text/listing"
import { products } from "../../../../../../web/text/products"
import type { ProducerRequest } from "../../../../../actors"
import { changePhotos } from "../../../change-photos"
import type { Draft } from "../../../own-drafts"
import { PhotoList, ProductLayout, shrinks } from "../../../parts"
import { SCREENS } from "../../screens"

export async function photoPage(req: ProducerRequest, page: PageContext, draft: Draft, errors?: FieldErrors) {
  const { lang } = page
  const t = products[lang]
  const here = `/producer/products/new/${draft.id}`
  const photos = await req.scope
    .resolve(CATALOGUE)
    .listPictures({ listing_id: draft.id }, { order: { position: "ASC" } })
  return (
    <ProductLayout page={page} title={t.photoTitle}>
      <p class="meta">{t.stepOf(1, SCREENS.length)}</p>
      <h1>{t.photoTitle}</h1>
      {photos.length ? (
        <>
          <h2>{t.photoNow}</h2>
          <PhotoList page={page} action={`${here}/photo`} photos={photos} title={draft.answers.title ?? t.untitled} />
        </>
      ) : null}
      <form method="post" action={`${here}/photo`} enctype="multipart/form-data" novalidate {...shrinks(lang)}>
        <ErrorSummary lang={lang} errors={errors} />
        <FileInput
          lang={lang}
          name="photo"
          label={photos.length ? t.photoMore : t.photoLabel}
          hint={t.photoHint}
          accept="image/*"
          errors={errors}
          required
        />
        <p class="actions">
          <button class="button secondary" type="submit">
            {t.photoSend}
          </button>
        </p>
      </form>
      <p class="actions">
        <a class="button" href={`${here}/name`}>
          {common[lang].next}
        </a>
        <a class="button secondary" href={`${here}/preview`}>
          {t.previewTitle}
        </a>
      </p>
    </ProductLayout>
  )
}

export async function takePhoto(
  req: ProducerRequest,
  res: MedusaResponse,
  page: PageContext,
  draft: Draft,
): Promise<PageResult> {
  const upload = await readUpload(req, res, "photo")
  const changed = await changePhotos(req.scope, draft.id, upload)
  if (changed.ok) return { redirect: `/producer/products/new/${draft.id}/photo` }
  return { status: changed.status, body: await photoPage(req, page, draft, { photo: listing[page.lang][changed.why] }) }
}
