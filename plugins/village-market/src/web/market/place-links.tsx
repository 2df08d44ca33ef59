import type { ListedProduct } from "../../modules/catalogue/reads/list-products"
import type { PageContext } from "../page"
import { market } from "../text/market"
import { marketAddress } from "./address"
import { inVietnamese } from "./product-card"

export function VillageLink({
  village,
  lang,
}: {
  village: NonNullable<ListedProduct["village"]>
  lang: PageContext["lang"]
}) {
  return (
    <a href={`/market/villages/${village.id}`} lang={inVietnamese(lang)}>
      {village.name}
    </a>
  )
}

export function CommuneLink({
  commune,
  lang,
}: {
  commune: NonNullable<ListedProduct["commune"]>
  lang: PageContext["lang"]
}) {
  return (
    <a href={marketAddress({ commune: commune.code })} lang={inVietnamese(lang)}>
      {commune.name}
    </a>
  )
}

export function Breadcrumb({ page, steps }: { page: PageContext; steps: { name: string; href: string }[] }) {
  const t = market[page.lang]
  return (
    <nav aria-label={t.breadcrumb} class="breadcrumb">
      <ol>
        {[{ name: t.market, href: "/market" }, ...steps].map(({ name, href }) => (
          <li>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
