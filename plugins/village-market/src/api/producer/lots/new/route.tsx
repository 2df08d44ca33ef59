import { randomUUID } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readVocabulary } from "../../../../modules/traceability/diary/read-vocabulary"
import type { CraftStep } from "../../../../modules/traceability/diary/vocabulary"
import { addressProblem } from "../../../../modules/traceability/lots/lot-address"
import { listOwnProducts, type OwnProduct } from "../../../../modules/traceability/lots/read-lots"
import type { FieldErrors } from "../../../../web/fields"
import { Layout } from "../../../../web/layout"
import { LotForm, type LotFormValues } from "../../../../web/lots/lot-form"
import { type PageContext, page } from "../../../../web/page"
import { trace } from "../../../../web/text/trace"
import { createLotWorkflow } from "../../../../workflows/create-lot"
import type { ProducerRequest } from "../../../actors"
import { formKey, readLotForm, textsOf } from "../read-lot-form"

const productsOf = (req: ProducerRequest) =>
  listOwnProducts(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), req.producer.id)

const vocabularyOf = (req: ProducerRequest) =>
  readVocabulary(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION))

/** First which product, since the steps depend on it; whoever has one product is not asked. */
export const GET = page<ProducerRequest>(async (req, page) => {
  const problem = addressProblem(page.settings)
  if (problem) return <Refused page={page} reason={trace[page.lang].addressProblems[problem]} />
  if (req.producer.status !== "approved") return <Refused page={page} reason={trace[page.lang].onlyApproved} />
  const products = await productsOf(req)
  const chosen =
    products.find(({ listing_id }) => listing_id === req.query.listing) ??
    (products.length === 1 ? products[0] : undefined)
  return chosen ? (
    <NewLot page={page} product={chosen} vocabulary={await vocabularyOf(req)} values={{}} />
  ) : (
    <ChooseProduct page={page} products={products} />
  )
})

export const POST = page<ProducerRequest>(async (req, page) => {
  const values = textsOf(req.body)
  const product = (await productsOf(req)).find(({ listing_id }) => listing_id === values.listing_id)
  if (!product) return { redirect: "/producer/lots/new" }
  const { lang } = page
  const vocabulary = await vocabularyOf(req)
  const form = readLotForm(lang, vocabulary, product, values)
  if (!form.ok)
    return {
      status: 400,
      body: <NewLot page={page} product={product} vocabulary={vocabulary} values={values} errors={form.errors} />,
    }
  const { result } = await createLotWorkflow(req.scope).run({
    input: { ...form.value, producer_id: req.producer.id, idempotency_key: formKey(values) },
  })
  return { redirect: `/producer/lots/${result.id}?saved=lot` }
})

type NewLotProps = {
  page: PageContext
  product: OwnProduct
  vocabulary: CraftStep[]
  values: LotFormValues
  errors?: FieldErrors
}

function NewLot({ page, product, vocabulary, values, errors }: NewLotProps) {
  const t = trace[page.lang]
  return (
    <Layout page={page} title={t.lotNew}>
      <h1>{t.lotNew}</h1>
      <p>
        {t.product}: <strong>{product.title}</strong>
      </p>
      <LotForm
        lang={page.lang}
        product={product}
        vocabulary={vocabulary}
        values={values}
        errors={errors}
        requestKey={values.key ?? randomUUID()}
      />
    </Layout>
  )
}

function ChooseProduct({ page, products }: { page: PageContext; products: OwnProduct[] }) {
  const t = trace[page.lang]
  return (
    <Layout page={page} title={t.lotNew}>
      <h1>{products.length > 0 ? t.productQuestion : t.lotNew}</h1>
      {products.length > 0 ? (
        <ul class="lot-products">
          {products.map(({ listing_id, title }) => (
            <li>
              <a class="button secondary" href={`/producer/lots/new?listing=${listing_id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p>{t.lotsNoProducts}</p>
          <p>
            <a class="button" href="/producer/products">
              {t.toProducts}
            </a>
          </p>
        </>
      )}
    </Layout>
  )
}

function Refused({ page, reason }: { page: PageContext; reason: string }) {
  const t = trace[page.lang]
  return (
    <Layout page={page} title={t.lotNew}>
      <h1>{t.lotNew}</h1>
      <p class="notice warn">{reason}</p>
      <p>
        <a href="/producer/lots">{t.backToLots}</a>
      </p>
    </Layout>
  )
}
