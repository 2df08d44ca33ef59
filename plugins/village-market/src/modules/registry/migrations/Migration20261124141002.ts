import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const KINDS = `'own_made', 'bought_in', 'ocop'`

/** Company prefixes that producers hold at GS1, each with its paper; who decides on the paper decides on the prefix. */
export class Migration20261124141002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "evidence" drop constraint if exists "evidence_kind_check";`)
    this.addSql(
      `alter table "evidence" add constraint "evidence_kind_check" check ("kind" in (${KINDS}, 'gs1_prefix'));`,
    )
    this.addSql(`
      create table if not exists "gs1_prefix" (
        "id" text not null,
        "producer_id" text not null,
        "prefix" text not null check ("prefix" ~ '^[0-9]{4,12}$'),
        "evidence_id" text not null unique references "evidence" ("id"),
        "created_at" timestamptz not null default now(),
        "updated_at" timestamptz not null default now(),
        "deleted_at" timestamptz null,
        constraint "gs1_prefix_pkey" primary key ("id")
      );`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_gs1_prefix_producer_id" ON "gs1_prefix" ("producer_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_gs1_prefix_deleted_at" ON "gs1_prefix" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "gs1_prefix";`)
    this.addSql(`delete from "evidence" where "kind" = 'gs1_prefix';`)
    this.addSql(`alter table "evidence" drop constraint if exists "evidence_kind_check";`)
    this.addSql(`alter table "evidence" add constraint "evidence_kind_check" check ("kind" in (${KINDS}));`)
  }
}
