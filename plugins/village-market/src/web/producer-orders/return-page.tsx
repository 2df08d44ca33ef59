import type { OwnOrder } from "../../seller/own-orders"
import { Choice, ErrorSummary, type FieldErrors, TextArea } from "../fields"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { orders } from "../text/orders"
import { type OwnReturn, returnAt, returnedGoods } from "./own-returns"

type Props = { page: PageContext; order: OwnOrder; request: OwnReturn; note?: string; errors?: FieldErrors }

/** A return request with what may be answered to it. */
export function ReturnPage({ page, order, request, note, errors }: Props) {
  const { lang } = page
  const t = orders[lang]
  const at = returnAt(order, request)
  return (
    <Layout page={page} title={t.returnTitle(order.display_no)}>
      <div class="narrow">
        <h1>{t.returnTitle(order.display_no)}</h1>
        <ErrorSummary lang={lang} errors={errors} />
        <p>
          <span class="tag">{t.returnStatus[request.status]}</span>
        </p>
        <p>
          <strong>{returnedGoods(order, request)}</strong>
          <br />
          {t.returnReason[request.reason]}
        </p>
        {request.note ? <p>{t.buyerSays(request.note)}</p> : null}
        {request.open ? null : <p class="notice">{t.returnClosed}</p>}
        {request.status === "asked" ? (
          <section class="card">
            <h2>{t.returnAcceptTitle}</h2>
            <p>{t.returnAcceptLead}</p>
            <form method="post" action={at}>
              <button class="button" type="submit" name="answer" value="accept">
                {t.returnAccept}
              </button>
            </form>
          </section>
        ) : null}
        {request.open ? (
          <>
            <section class="card">
              <h2>{t.returnReceiveTitle}</h2>
              <p>{t.returnReceiveLead}</p>
              <form method="post" action={at}>
                <Choice
                  lang={lang}
                  name="restock"
                  label={t.restock}
                  required
                  errors={errors}
                  options={[
                    { value: "yes", label: t.restockYes },
                    { value: "no", label: t.restockNo },
                  ]}
                />
                <button class="button" type="submit" name="answer" value="receive">
                  {t.returnReceive}
                </button>
              </form>
            </section>
            <section class="card">
              <h2>{t.returnRefuseTitle}</h2>
              <p>{t.returnRefuseLead}</p>
              <form method="post" action={at}>
                <TextArea
                  lang={lang}
                  name="note"
                  label={t.reason}
                  rows={3}
                  maxlength={300}
                  required
                  value={note}
                  errors={errors}
                />
                <button class="button danger" type="submit" name="answer" value="refuse">
                  {t.returnRefuse}
                </button>
              </form>
            </section>
          </>
        ) : null}
        <p>
          <a href={`/producer/orders/${order.id}`}>{t.backToOrder}</a>
        </p>
      </div>
    </Layout>
  )
}
