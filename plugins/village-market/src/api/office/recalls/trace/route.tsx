import { scopeOfOfficial } from "../../../../recalls/lot-in-scope"
import { impersonal, readTrace, readTraceFile, TraceAsked, TraceFileAsked } from "../../../../recalls/read-trace-file"
import { ErrorSummary, type FieldErrors, Input } from "../../../../web/fields"
import { OfficeFrame, officeFrame } from "../../../../web/office/frame"
import { type PageContext, page } from "../../../../web/page"
import { TraceForm, TraceView } from "../../../../web/recalls/trace-view"
import { recallTexts } from "../../../../web/text/recall"
import { byOfficial, type OfficialRequest } from "../../../actors"

const filled = (value: unknown) => (typeof value === "string" && value.trim() ? value.trim() : undefined)

/** From a lot to all orders and inputs, or from an order to all lots and inputs. */
export const GET = page<OfficialRequest>(async (req, page) => {
  const asked = { lot: filled(req.query.lot), order: filled(req.query.order) }
  const read = TraceAsked.safeParse(asked)
  if (read.success) return view(req, page, read.data)
  const t = recallTexts[page.lang]
  // Nothing was asked yet: that is no mistake, unless the form was sent empty or with both.
  const blank = "lot" in req.query && !("order" in req.query) && !asked.lot
  return { status: blank ? 200 : 400, body: await empty(req, page, blank ? undefined : { lot: t.traceBoth }) }
})

/** The same as a file; noted in the audit trail. */
export const POST = page<OfficialRequest>(async (req, page) => {
  const t = recallTexts[page.lang]
  const body: { lot?: unknown; order?: unknown; personal?: unknown; reason?: unknown } = req.body ?? {}
  const asked = { lot: filled(body.lot), order: filled(body.order) }
  const read = TraceFileAsked.safeParse({ ...asked, personal: body.personal === "1", reason: filled(body.reason) })
  if (!read.success) {
    const known = TraceAsked.safeParse(asked)
    const errors: FieldErrors = known.success ? { reason: t.traceReason } : { lot: t.traceBoth }
    return {
      status: 400,
      body: known.success ? await view(req, page, known.data, errors) : await empty(req, page, errors),
    }
  }
  const scope = await scopeOfOfficial(req.scope, req.official)
  const { name, content } = await readTraceFile(req.scope, scope, read.data, byOfficial(req))
  return { file: { name, type: "text/csv; charset=utf-8", content: Buffer.from(content), saved: true } }
})

async function empty(req: OfficialRequest, page: PageContext, errors?: FieldErrors) {
  const t = recallTexts[page.lang]
  return (
    <OfficeFrame page={page} title={t.traceTitle} {...(await officeFrame(req))}>
      <h1>{t.traceTitle}</h1>
      <ErrorSummary lang={page.lang} errors={errors} />
      <p>{t.traceLead}</p>
      <TraceForm lang={page.lang} />
    </OfficeFrame>
  )
}

async function view(req: OfficialRequest, page: PageContext, asked: TraceAsked, errors?: FieldErrors) {
  const { lang } = page
  const t = recallTexts[lang]
  const scope = await scopeOfOfficial(req.scope, req.official)
  const [frame, { trace }] = await Promise.all([officeFrame(req), readTrace(req.scope, scope, asked)])
  return (
    <OfficeFrame page={page} title={t.traceTitle} {...frame}>
      <h1>{t.traceTitle}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      <TraceForm lang={lang} {...asked} />
      <TraceView lang={lang} trace={impersonal(trace, scope)} />
      <section class="card" aria-labelledby="file">
        <h2 id="file">{t.csvTitle}</h2>
        <form method="post" action="/office/recalls/trace" novalidate>
          {asked.lot ? <input type="hidden" name="lot" value={asked.lot} /> : null}
          {asked.order ? <input type="hidden" name="order" value={asked.order} /> : null}
          <label class="option">
            <input type="checkbox" name="personal" value="1" />
            <span>{t.csvPersonal}</span>
          </label>
          <Input lang={lang} name="reason" label={t.csvReason} hint={t.csvReasonHint} maxlength={300} errors={errors} />
          <button class="button secondary" type="submit">
            {t.csvGet}
          </button>
        </form>
      </section>
      <p>
        <a href="/office/recalls">{t.toList}</a>
      </p>
    </OfficeFrame>
  )
}
