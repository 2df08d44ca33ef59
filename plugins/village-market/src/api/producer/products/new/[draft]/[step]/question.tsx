import { QUESTIONS, type Question } from "../../../../../../modules/catalogue/listing-form"
import { ErrorSummary, type FieldErrors } from "../../../../../../web/fields"
import { readForm } from "../../../../../../web/form"
import type { PageContext, PageResult } from "../../../../../../web/page"
import { common } from "../../../../../../web/text/common"
import { products } from "../../../../../../web/text/products"
import type { ProducerRequest } from "../../../../../actors"
import { type Draft, saveAnswers } from "../../../own-drafts"
import { keeps, ProductLayout } from "../../../parts"
import { asFields, complain } from "../../../product-request"
import { Questions, shelvesOf } from "../../../questions"
import { nextScreen, previousScreen, SCREENS } from "../../screens"

type Asked = { question: Question; back: boolean; sent?: Record<string, unknown>; errors?: FieldErrors }

const TITLES = {
  name: "nameTitle",
  shelf: "shelfTitle",
  price: "priceTitle",
  stock: "stockTitle",
  weight: "weightTitle",
  ocop: "ocopTitle",
} as const

export async function questionPage(
  req: ProducerRequest,
  page: PageContext,
  draft: Draft,
  { question, back, sent, errors }: Asked,
) {
  const { lang } = page
  const t = products[lang]
  const title = t[TITLES[question]]
  const here = `/producer/products/new/${draft.id}`
  return (
    <ProductLayout page={page} title={title}>
      <p class="meta">{t.stepOf(SCREENS.indexOf(question) + 1, SCREENS.length)}</p>
      <h1>{title}</h1>
      {question === "ocop" ? <p>{t.ocopLead}</p> : null}
      <form method="post" action={`${here}/${question}`} novalidate {...keeps(lang, sent !== undefined)}>
        <ErrorSummary lang={lang} errors={errors} />
        <Questions
          ask={question}
          lang={lang}
          answers={draft.answers}
          shelves={await shelvesOf(req.scope, lang)}
          sent={sent}
          errors={errors}
        />
        {back ? <input type="hidden" name="back" value="preview" /> : null}
        <p class="actions">
          <button class="button" type="submit">
            {common[lang].next}
          </button>
        </p>
      </form>
      <p>
        <a href={`${here}/${back ? "preview" : previousScreen(question)}`}>{common[lang].back}</a>
      </p>
    </ProductLayout>
  )
}

/** Keeps what was answered, so that posting can go on later or on another phone. */
export async function takeAnswers(
  req: ProducerRequest,
  page: PageContext,
  draft: Draft,
  question: Question,
): Promise<PageResult> {
  const sent = asFields(req.body)
  const back = sent.back === "preview"
  const outcome = readForm(QUESTIONS[question], sent, complain(page))
  if (!outcome.ok) {
    const { errors } = outcome
    return { status: 400, body: await questionPage(req, page, draft, { question, back, sent, errors }) }
  }
  await saveAnswers(req.scope, draft, outcome.value)
  return { redirect: `/producer/products/new/${draft.id}/${back ? "preview" : nextScreen(question)}?from=${question}` }
}
