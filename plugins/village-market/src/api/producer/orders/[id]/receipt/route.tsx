import { EVIDENCE_PDF_OR_PHOTO } from "../../../../../evidence/evidence-file"
import { readUpload } from "../../../../../evidence/read-upload"
import { storeReceipt } from "../../../../../evidence/store-receipt"
import { readOwnOrder } from "../../../../../seller/own-orders"
import { ErrorSummary, FileInput } from "../../../../../web/fields"
import { Layout } from "../../../../../web/layout"
import { type PageContext, page } from "../../../../../web/page"
import { cash } from "../../../../../web/text/cash"
import { orders } from "../../../../../web/text/orders"
import { portal } from "../../../../../web/text/portal"
import type { ProducerRequest } from "../../../../actors"

const ownOrder = (req: ProducerRequest) => readOwnOrder(req.scope, req.producer.id, String(req.params.id))

/** Sends a photo of what shows that cash was paid; the order's own forms then need no code. */
export const GET = page<ProducerRequest>(async (req, page) => <ReceiptPage page={page} order={await ownOrder(req)} />)

export const POST = page<ProducerRequest<unknown>>(async (req, page, res) => {
  const order = await ownOrder(req)
  const t = portal[page.lang]
  const upload = await readUpload(req, res)
  const sent =
    upload.ok && upload.bytes
      ? await storeReceipt(req.scope, upload.bytes, { part_id: order.id, sent_by: req.producer.id })
      : undefined
  if (sent?.ok) return { redirect: `/producer/orders/${order.id}#next` }
  const large = !upload.ok && upload.why === "file_too_large"
  const error = !sent
    ? t[large ? "file_too_large" : "file_missing"]
    : sent.why === "file_too_many"
      ? cash[page.lang].tooMany
      : t[sent.why]
  return { status: 400, body: <ReceiptPage page={page} order={order} error={error} /> }
})

type Props = { page: PageContext; order: { id: string; display_no: string }; error?: string }

function ReceiptPage({ page, order, error }: Props) {
  const { lang } = page
  const t = cash[lang]
  const errors = error ? { file: error } : undefined
  return (
    <Layout page={page} title={t.receiptTitle(order.display_no)}>
      <div class="narrow">
        <h1>{t.receiptTitle(order.display_no)}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <form method="post" enctype="multipart/form-data">
          <p>{t.receiptLead}</p>
          <FileInput lang={lang} name="file" label={t.file} accept={EVIDENCE_PDF_OR_PHOTO} errors={errors} required />
          <button class="button" type="submit">
            {t.send}
          </button>
        </form>
        <p>
          <a href={`/producer/orders/${order.id}`}>{orders[lang].backToOrder}</a>
        </p>
      </div>
    </Layout>
  )
}
