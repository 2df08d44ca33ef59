import { inlineStyles } from "../inline-styles"
import { Layout, type LayoutProps } from "../layout"

/** The frame of the shop's pages, with the shop's style. */
export function MarketLayout(props: Omit<LayoutProps, "style" | "styles">) {
  return <Layout {...props} style={inlineStyles("site.css", "market.css")} />
}
