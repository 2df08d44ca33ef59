import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124055841 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "listing" drop constraint if exists "listing_product_id_unique";`)
    this.addSql(
      `create table if not exists "category" ("id" text not null, "name_vi" text not null, "name_en" text not null, "vsic_codes" text[] not null, "rank" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "category_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_category_deleted_at" ON "category" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "listing" ("id" text not null, "product_id" text not null, "producer_id" text not null, "unit" text not null, "material" text null, "category_id" text not null, "vsic_code" text not null, "vsic_version" text not null, "weight_grams" integer not null, "ocop_stars" integer null, "ocop_status" text check ("ocop_status" in ('none', 'unverified', 'verified', 'demo')) not null default 'none', "ocop_decided_on" text null, "hidden" boolean not null default false, "is_demo" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "listing_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_listing_product_id_unique" ON "listing" ("product_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_producer_id" ON "listing" ("producer_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_category_id" ON "listing" ("category_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_deleted_at" ON "listing" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "photo" ("id" text not null, "listing_id" text not null, "position" integer not null default 0, "alt" text null, "width" integer not null, "height" integer not null, "renditions" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "photo_pkey" primary key ("id"));`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_photo_listing_id" ON "photo" ("listing_id") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_photo_deleted_at" ON "photo" ("deleted_at") WHERE deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "category" cascade;`)

    this.addSql(`drop table if exists "listing" cascade;`)

    this.addSql(`drop table if exists "photo" cascade;`)
  }
}
