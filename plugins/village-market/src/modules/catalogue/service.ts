import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Context, InferTypeOf, Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { Category } from "./models/category"
import { Listing } from "./models/listing"
import { ListingDraft } from "./models/listing-draft"
import { Photo } from "./models/photo"
import { Posting } from "./models/posting"
import { windowsOf } from "./reads/sale-windows"
import type { SaleWindowFields } from "./sale-window"
import { WATCHED_TABLES } from "./watched-tables"
import { endWindow, setWindow, variantsPastWindow } from "./write-windows"

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex; logger: Logger }

export type NewListing = Omit<
  InferTypeOf<typeof Listing>,
  "id" | "raw_ocop_stars" | "created_at" | "updated_at" | "deleted_at"
>
export type NewPosting = { key: string; fingerprint: string }

/** What is offered: listings, their photos and the shelves they stand on. */
export class CatalogueService extends MedusaService({ Category, Listing, ListingDraft, Picture: Photo, Posting }) {
  private readonly pg: Knex
  private readonly logger: Logger

  constructor(dependencies: Dependencies, ...rest: unknown[]) {
    super(dependencies, ...rest)
    this.pg = dependencies.__pg_connection__
    this.logger = dependencies.logger
  }

  /** Medusa calls this at every start and after the last migration, when all tables stand. */
  __hooks = {
    onApplicationStart: async () => {
      const { rows } = await this.pg.raw<{ rows: { missing: string[] }[] }>(
        "select catalogue_watch(?::text[]) as missing",
        [[...WATCHED_TABLES]],
      )
      const missing = rows[0]?.missing ?? []
      await this.pg.raw("select stock_guard(), places_watch()")
      if (missing.length > 0) this.logger.warn(`Catalogue: pages will not notice edits of ${missing.join(", ")}`)
    },
  }

  /** See `write-windows.ts`: when and how much of a listing is sold ahead. */
  setWindow = (listingId: string, fields: SaleWindowFields) => setWindow(this.pg, listingId, fields)
  endWindow = (listingId: string) => endWindow(this.pg, listingId)
  wasSoldAhead = async (listingId: string) => (await windowsOf(this.pg, listingId)).length > 0
  variantsPastWindow = () => variantsPastWindow(this.pg)

  /** A listing and the memory of the request that made it, both or none. A key used before violates the unique index. */
  @InjectTransactionManager()
  async addListing(
    listing: NewListing,
    posting: NewPosting | undefined,
    @MedusaContext() context: Context = {},
  ): Promise<InferTypeOf<typeof Listing>> {
    const created = await this.createListings(listing, context)
    if (posting) {
      await this.createPostings({ ...posting, producer_id: listing.producer_id, listing_id: created.id }, context)
    }
    return created
  }
}
