import { z } from "@medusajs/framework/zod"
import type { DataSource } from "typeorm"
import type { Cell } from "./hide-small-cells"

/** A journal row as the shop hands it over; the seller is already a pseudonym. */
export type PublishedEvent = {
  event_id: string
  kind: string
  day: string
  month: string
  holding: string
  producer_kind: string
  commune_code: string
  village_id: string
  vsic_code: string
  vsic_version: string
  ocop_stars: number | null
  buyer_province: string
  channel: string
  payment_means: string
  goods: number
  discount: number
  vat: number
  net: number
  settled: number
}

const Dong = z.coerce.number().int().safe()
const CellRow = z.object({ net: Dong, sellers: Dong, settled: Dong, settled_cashless: Dong })
const PlaceRow = CellRow.extend({ month: z.string(), place: z.string() })
export type PlaceCell = z.infer<typeof PlaceRow>

/** Orders keyed in by telephone are no digital orders (OECD; statistics facts §1.1); cash at the door is no cashless payment. */
const DIGITAL = "channel <> 'phone'"
/** Revenue is booked at hand-over and taken back by returns; money that came later is settled only. Amounts are signed. */
const REVENUE = `kind in ('handed_over', 'settled', 'returned') and ${DIGITAL}`
const SOLD = `kind = 'handed_over' and ${DIGITAL}`

/** The statistics warehouse. Whatever is read here was handed over by the shop in numbered batches, each once. */
export class StatisticsService {
  readonly #warehouse: DataSource

  constructor({ warehouse }: { warehouse: DataSource }) {
    this.#warehouse = warehouse
  }

  __hooks = { onApplicationShutdown: async () => void (await this.#warehouse.destroy()) }

  /**
   * Takes in a batch: its number, its events and the sums they change, in one transaction. A number that is known
   * already is skipped whole. Returns whether it was new.
   */
  async load(number: number, events: PublishedEvent[]): Promise<boolean> {
    return this.#warehouse.transaction(async (trx) => {
      const [taken] = await trx.query(
        "insert into batch (number, events) values ($1, $2) on conflict (number) do nothing returning number",
        [number, events.length],
      )
      if (!taken) return false
      await trx.query(
        `insert into sale_fact
         select r.event_id, $1::bigint, r.kind, r.day, r.month, r.holding, r.producer_kind, r.commune_code, r.village_id,
           r.vsic_code, r.vsic_version, r.ocop_stars, r.buyer_province, r.channel, r.payment_means,
           r.goods, r.discount, r.vat, r.net, r.settled
         from jsonb_populate_recordset(null::sale_fact, $2::jsonb) r`,
        [number, JSON.stringify(events)],
      )
      await trx.query(
        `insert into month_cell (month, commune_code, village_id, net, settled, settled_cashless)
         select month, commune_code, village_id, sum(net), sum(settled),
           coalesce(sum(settled) filter (where payment_means <> 'cash'), 0)
         from sale_fact where batch = $1 and ${REVENUE}
         group by month, commune_code, village_id order by month, commune_code, village_id
         on conflict (month, commune_code, village_id) do update set
           net = month_cell.net + excluded.net,
           settled = month_cell.settled + excluded.settled,
           settled_cashless = month_cell.settled_cashless + excluded.settled_cashless`,
        [number],
      )
      await trx.query(
        `insert into month_seller (month, commune_code, village_id, holding)
         select distinct month, commune_code, village_id, holding from sale_fact where batch = $1 and ${SOLD}
         on conflict do nothing`,
        [number],
      )
      return true
    })
  }

  /** The sum of the province, or of one commune, over the given months; sellers are counted once each. */
  async total({ commune, months }: { commune?: string; months: string[] }): Promise<Cell> {
    const [row] = await this.#warehouse.query(
      `select coalesce(sum(net), 0) as net, coalesce(sum(settled), 0) as settled,
         coalesce(sum(settled_cashless), 0) as settled_cashless,
         (select count(distinct holding) from month_seller where month = any ($1) and ($2::text is null or commune_code = $2)) as sellers
       from month_cell where month = any ($1) and ($2::text is null or commune_code = $2)`,
      [months, commune ?? null],
    )
    return CellRow.parse(row)
  }

  /** Month by commune, or month by village; newest month first. Sellers of each cell are counted from the set, never added up. */
  async byPlace(
    by: "commune" | "village",
    { commune, months }: { commune?: string; months: string[] },
  ): Promise<PlaceCell[]> {
    const column = by === "commune" ? "commune_code" : "village_id"
    const rows: unknown[] = await this.#warehouse.query(
      `select c.month, c.${column} as place, c.net, c.settled, c.settled_cashless, s.sellers
       from (
         select month, ${column}, sum(net) as net, sum(settled) as settled, sum(settled_cashless) as settled_cashless
         from month_cell where month = any ($1) and ($2::text is null or commune_code = $2) group by month, ${column}
       ) c
       join (
         select month, ${column}, count(distinct holding) as sellers
         from month_seller where month = any ($1) and ($2::text is null or commune_code = $2) group by month, ${column}
       ) s using (month, ${column})
       order by c.month desc, c.${column}`,
      [months, commune ?? null],
    )
    return rows.map((row) => PlaceRow.parse(row))
  }

  /** Months that have sales, newest first. */
  async months(): Promise<string[]> {
    const rows: { month: string }[] = await this.#warehouse.query(
      "select distinct month from month_cell order by month desc",
    )
    return rows.map(({ month }) => month)
  }

  /** When the warehouse last took in a batch. */
  async asOf(): Promise<Date | null> {
    const [row]: { at: Date | null }[] = await this.#warehouse.query("select max(loaded_at) as at from batch")
    return row?.at ?? null
  }
}
