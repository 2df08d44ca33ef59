import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STAMPS = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Shipping by weight and area, and the places where goods are fetched. Rates are append-only in the database itself, row by row. */
export class Migration20261124092001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "shipping_rate" ("id" text not null, "area" text check ("area" in ('same_commune', 'same_province', 'same_region', 'nationwide')) not null, "means" text check ("means" in ('parcel', 'truck')) not null, "over_grams" integer not null check ("over_grams" >= 0), "to_grams" integer not null check ("to_grams" > "over_grams"), "price" integer not null check ("price" >= 0), "per_kg" integer not null check ("per_kg" >= 0), "valid_from" text not null, "valid_to" text null check ("valid_to" >= "valid_from"), "basis" text not null, ${STAMPS}, constraint "shipping_rate_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_shipping_rate_deleted_at" ON "shipping_rate" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(`drop trigger if exists append_only on "shipping_rate";`)
    this.addSql(`create trigger append_only before update or delete on "shipping_rate"
      for each row execute function refuse_rewriting();`)
    this.addSql(
      `create table if not exists "shipping_region" ("province_code" text not null, "region" text not null, ${STAMPS}, constraint "shipping_region_pkey" primary key ("province_code"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_shipping_region_deleted_at" ON "shipping_region" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `create table if not exists "collection_point" ("id" text not null, "commune_code" text not null, "name" text not null, "address" text not null, "opening_hours" text not null, "active" boolean not null default true, "is_demo" boolean not null default false, ${STAMPS}, constraint "collection_point_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_collection_point_commune_code" ON "collection_point" ("commune_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_collection_point_deleted_at" ON "collection_point" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    for (const table of ["shipping_rate", "shipping_region", "collection_point"]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
