import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124061304 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "posting" drop constraint if exists "posting_producer_id_key_unique";`)
    this.addSql(
      `create table if not exists "listing_draft" ("id" text not null, "producer_id" text not null, "answers" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "listing_draft_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_draft_producer_id" ON "listing_draft" ("producer_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_draft_deleted_at" ON "listing_draft" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "posting" ("id" text not null, "producer_id" text not null, "key" text not null, "fingerprint" text not null, "listing_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "posting_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_posting_deleted_at" ON "posting" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_posting_producer_id_key_unique" ON "posting" ("producer_id", "key") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "listing_draft" cascade;`)

    this.addSql(`drop table if exists "posting" cascade;`)
  }
}
