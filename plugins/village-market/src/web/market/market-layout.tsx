import { Layout, type LayoutProps } from "../layout"

/** The frame of the shop's pages, with the shop's style. */
export function MarketLayout(props: Omit<LayoutProps, "styles">) {
  return <Layout {...props} styles={["market.css"]} />
}
