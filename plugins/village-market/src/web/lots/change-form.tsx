import type { Child } from "hono/jsx"
import { Layout } from "../layout"
import type { PageContext } from "../page"
import { lotChanges } from "../text/lot-changes"

type ChangeFormProps = {
  page: PageContext
  title: string
  lead: string
  /** Why it was refused. */
  problem?: string
  requestKey: string
  save: string
  back: string
  children: Child
}

/** A page with one form about lots: what it is for, what was wrong, the fields, the button, the way back. */
export function ChangeForm({ page, title, lead, problem, requestKey, save, back, children }: ChangeFormProps) {
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p>{lead}</p>
      {problem ? (
        <p class="notice warn" role="alert">
          {problem}
        </p>
      ) : null}
      <form method="post" class="narrow" novalidate>
        <input type="hidden" name="key" value={requestKey} />
        {children}
        <button class="button" type="submit">
          {save}
        </button>
      </form>
      <p>
        <a href={back}>{lotChanges[page.lang].back}</a>
      </p>
    </Layout>
  )
}
