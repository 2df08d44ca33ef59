import { Layout } from "../layout"
import type { PageContext } from "../page"

type Props = {
  page: PageContext
  title: string
  texts: readonly string[]
  /** Nothing is wrong yet: the answer is still awaited. */
  waiting: boolean
  /** The one thing to do next. */
  next: { href: string; label: string }
}

/** What a buyer who comes back from a gateway is told of the payment. */
export function PaymentTold({ page, title, texts, waiting, next }: Props) {
  return (
    <Layout page={page} title={title}>
      <div class="narrow">
        <h1>{title}</h1>
        <div class={waiting ? "notice" : "notice warn"} role="status">
          {texts.map((text) => (
            <p>{text}</p>
          ))}
        </div>
        <p class="actions">
          <a class="button" href={next.href}>
            {next.label}
          </a>
        </p>
      </div>
    </Layout>
  )
}
