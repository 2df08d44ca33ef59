import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124062217 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "tax_method" drop constraint if exists "tax_method_producer_id_valid_from_unique";`,
    )
    this.addSql(
      `create table if not exists "tax_method" ("id" text not null, "producer_id" text not null, "method" text check ("method" in ('presumptive', 'deduction')) not null, "valid_from" text not null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "tax_method_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_tax_method_deleted_at" ON "tax_method" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_tax_method_producer_id_valid_from_unique" ON "tax_method" ("producer_id", "valid_from") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "vat_rate" ("id" text not null, "method" text check ("method" in ('presumptive', 'deduction')) not null, "rate_bp" integer not null, "valid_from" text not null, "valid_to" text null, "basis" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "vat_rate_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_vat_rate_deleted_at" ON "vat_rate" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "tax_method" cascade;`)

    this.addSql(`drop table if exists "vat_rate" cascade;`)
  }
}
