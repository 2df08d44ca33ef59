import type { ListedPhoto } from "../../modules/catalogue/reads/list-products"
import type { Settings } from "../../settings"
import type { PageContext } from "../page"
import { market } from "../text/market"

type PhotoProps = { page: PageContext; photo: ListedPhoto | null | undefined; title: string; sizes: string; eager?: boolean }

/** The photo, or a woven mat in its place. */
export function ProductPhoto({ page }: PhotoProps) {
  return (
    <span class="photo none">
      <small>{market[page.lang].noPhoto}</small>
    </span>
  )
}

export const photoAddress = (_photo: ListedPhoto, _settings: Settings): string | undefined => undefined
