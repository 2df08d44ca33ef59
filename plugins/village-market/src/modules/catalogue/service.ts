import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { Category } from "./models/category"
import { Listing } from "./models/listing"
import { Photo } from "./models/photo"
import { WATCHED_TABLES } from "./watched-tables"

type Dependencies = { [ContainerRegistrationKeys.PG_CONNECTION]: Knex; logger: Logger }

/** What is offered: listings, their photos and the shelves they stand on. */
export class CatalogueService extends MedusaService({ Category, Listing, Photo }) {
  private readonly pg: Knex
  private readonly logger: Logger

  constructor({ __pg_connection__, logger }: Dependencies) {
    super(...arguments)
    this.pg = __pg_connection__
    this.logger = logger
  }

  /** Medusa calls this at every start and after the last migration, when all tables stand. */
  __hooks = {
    onApplicationStart: async () => {
      const { rows } = await this.pg.raw<{ rows: { missing: string[] }[] }>("select catalogue_watch(?::text[]) as missing", [
        [...WATCHED_TABLES],
      ])
      const missing = rows[0]?.missing ?? []
      if (missing.length > 0) this.logger.warn(`Catalogue: pages will not notice edits of ${missing.join(", ")}`)
    },
  }
}
