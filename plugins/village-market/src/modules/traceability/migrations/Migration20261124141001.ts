import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Numbers of GS1 beside our own codes. A GTIN names one listing at a time; what it named before is kept, since a printed
 * code resolves for ever. `lot_gtin` is the declared link of a lot to a GTIN; its event stands in the log. `lot_serial`
 * holds single pieces, as they were printed.
 */
export class Migration20261124141001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists listing_gtin (
        id text primary key,
        listing_id text not null,
        producer_id text not null,
        gtin text not null check (gtin ~ '^[0-9]{14}$'),
        declared_at timestamptz not null default now(),
        withdrawn_at timestamptz null
      );
      create unique index if not exists listing_gtin_one on listing_gtin (listing_id) where withdrawn_at is null;
      create unique index if not exists listing_gtin_named on listing_gtin (gtin) where withdrawn_at is null;
      create index if not exists listing_gtin_gtin on listing_gtin (gtin, declared_at desc);
      create table if not exists lot_gtin (
        lot_id text not null references lot (id),
        gtin text not null check (gtin ~ '^[0-9]{14}$'),
        event_row_id text not null,
        declared_at timestamptz not null default now(),
        primary key (lot_id, gtin)
      );
      create table if not exists lot_serial (
        serial text primary key check (serial ~ '^[A-Z0-9-]{1,20}$'),
        lot_id text not null references lot (id),
        batch text not null,
        place integer not null check (place >= 0),
        created_at timestamptz not null default now(),
        unique (lot_id, batch, place)
      );`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists listing_gtin; drop table if exists lot_gtin; drop table if exists lot_serial;`)
  }
}
