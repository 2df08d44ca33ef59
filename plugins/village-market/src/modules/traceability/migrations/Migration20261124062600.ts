import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const APPEND_ONLY = ["lot_event", "log_entry"]

/**
 * The head of the log, whose row every writer locks, and the refusal to rewrite what was logged. `log_salt` may be
 * deleted from (that erases a record's meaning) but not changed.
 */
export class Migration20261124062600 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "log_head" ("id" boolean primary key default true check ("id"), "size" bigint not null default 0 check ("size" >= 0));`,
    )
    this.addSql(`insert into "log_head" default values on conflict do nothing;`)
    this.addSql(`create or replace function refuse_rewriting_log() returns trigger language plpgsql as $$
      begin
        raise exception 'table % is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
      end $$;`)
    for (const table of APPEND_ONLY) {
      this.addSql(`create trigger append_only before update or delete or truncate on "${table}"
        for each statement execute function refuse_rewriting_log();`)
    }
    this.addSql(`create trigger never_changed before update on "log_salt"
      for each statement execute function refuse_rewriting_log();`)
  }

  override async down(): Promise<void> {
    for (const table of APPEND_ONLY) this.addSql(`drop trigger if exists append_only on "${table}";`)
    this.addSql(`drop trigger if exists never_changed on "log_salt";`)
    this.addSql(`drop function if exists refuse_rewriting_log();`)
    this.addSql(`drop table if exists "log_head";`)
  }
}
