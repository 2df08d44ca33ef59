import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const APPEND_ONLY = ["audit_entry", "consent"]

/** Makes the audit trail and the consents append-only in the database itself: whoever holds our connection cannot rewrite them by mistake. */
export class Migration20261124062000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function refuse_rewriting() returns trigger language plpgsql as $$
      begin
        raise exception 'table % is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
      end $$;`)
    for (const table of APPEND_ONLY) {
      this.addSql(`drop trigger if exists append_only on "${table}";`)
      this.addSql(`create trigger append_only before update or delete or truncate on "${table}"
        for each statement execute function refuse_rewriting();`)
    }
  }

  override async down(): Promise<void> {
    for (const table of APPEND_ONLY) this.addSql(`drop trigger if exists append_only on "${table}";`)
    this.addSql(`drop function if exists refuse_rewriting();`)
  }
}
