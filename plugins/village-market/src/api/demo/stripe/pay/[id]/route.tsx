import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { accountOf } from "../../../../../demo/stripe/account"
import { type Session, sessionOf } from "../../../../../demo/stripe/book"
import { pay } from "../../../../../demo/stripe/calls"
import { money } from "../../../../../web/format"
import { Layout } from "../../../../../web/layout"
import { type PageContext, page } from "../../../../../web/page"
import { stripeText } from "../../../../../web/text/stripe"

const CHOICES = ["pay", "declined", "cancel"] as const

/** Demo mode only: the page a Checkout session is paid at. */
export const GET = page((req, context) => {
  accountOf(req)
  const session = known(req)
  return session.status === "open" ? <PayPage page={context} session={session} /> : closed(context)
})

/** What the payer chooses. A declined card may be followed by another, as at Stripe. */
export const POST = page<MedusaRequest<{ choice?: unknown }>>((req, context) => {
  const account = accountOf(req)
  const session = known(req)
  const choice = CHOICES.find((one) => one === req.body?.choice)
  if (choice === "cancel") return { redirect: session.cancel_url }
  if (choice === "pay") return pay(account, session.id) ? { redirect: session.success_url } : closed(context)
  const problem = choice && stripeText[context.lang].declined
  return { status: choice ? 402 : 400, body: <PayPage page={context} session={session} problem={problem} /> }
})

function known(req: MedusaRequest): Session {
  const session = sessionOf(String(req.params.id))
  if (session) return session
  throw new MedusaError(MedusaError.Types.NOT_FOUND, "No such session")
}

function PayPage({ page, session, problem }: { page: PageContext; session: Session; problem?: string }) {
  const t = stripeText[page.lang]
  return (
    <Layout page={page} title={t.standInTitle}>
      <div class="narrow">
        <h1>{t.standInTitle}</h1>
        <p class="notice warn">{t.standIn}</p>
        {problem ? (
          <p class="errors" role="alert">
            {problem}
          </p>
        ) : null}
        <dl>
          <dt>{t.amount}</dt>
          <dd>{money(page.lang, session.amount)}</dd>
          <dt>{t.reference}</dt>
          <dd>{session.ref}</dd>
        </dl>
        <form method="post" action={`/demo/stripe/pay/${session.id}`}>
          <div class="actions">
            {CHOICES.map((choice) => (
              <button
                type="submit"
                class={choice === "pay" ? "button" : "button secondary"}
                name="choice"
                value={choice}
              >
                {t.choices[choice]}
              </button>
            ))}
          </div>
        </form>
      </div>
    </Layout>
  )
}

function closed(context: PageContext) {
  const t = stripeText[context.lang]
  return {
    status: 409,
    body: (
      <Layout page={context} title={t.standInTitle}>
        <h1>{t.standInTitle}</h1>
        <p class="notice warn">{t.closed}</p>
      </Layout>
    ),
  }
}
