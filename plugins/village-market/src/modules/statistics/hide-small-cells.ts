/** Fewer sellers than this and a cell would tell one household's revenue to another (statistics facts §1.5, primary rule). */
export const FEWEST_SELLERS = 3

export type Cell = { net: number; sellers: number; settled: number; settled_cashless: number }
export type Shown = { hidden: false; net: number; sellers: number; cashless_share: number | null } | { hidden: true }

/**
 * What may be shown of a cell. The primary rule only: other cells are not hidden to protect a hidden one, so a reader
 * who knows the sum may still work it out, and the page says so. Nobody selling is shown as nought.
 */
export function showCell({ net, sellers, settled, settled_cashless }: Cell): Shown {
  if (sellers > 0 && sellers < FEWEST_SELLERS) return { hidden: true }
  return { hidden: false, net, sellers, cashless_share: settled > 0 ? settled_cashless / settled : null }
}
