import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STAMPS =
  '"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null'

export class Migration20261124090101 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "commission_rate" ("id" text not null, "producer_kind" text not null, "vsic_prefix" text null, "rate_bp" integer not null, "valid_from" text not null, "valid_to" text null, "basis" text not null, ${STAMPS}, constraint "commission_rate_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "withholding_rate" ("id" text not null, "activity" text not null, "vat_bp" integer not null, "pit_bp" integer not null, "valid_from" text not null, "valid_to" text null, "basis" text not null, "certainty" text not null, ${STAMPS}, constraint "withholding_rate_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "order_time_limit" ("id" text not null, "step" text not null, "hours" integer not null, "valid_from" text not null, "valid_to" text null, "basis" text not null, ${STAMPS}, constraint "order_time_limit_pkey" primary key ("id"));`,
    )
    for (const name of ["commission_rate", "withholding_rate", "order_time_limit"]) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${name}_deleted_at" ON "${name}" ("deleted_at") WHERE deleted_at IS NULL;`,
      )
    }
  }

  override async down(): Promise<void> {
    for (const name of ["commission_rate", "withholding_rate", "order_time_limit"])
      this.addSql(`drop table if exists "${name}" cascade;`)
  }
}
