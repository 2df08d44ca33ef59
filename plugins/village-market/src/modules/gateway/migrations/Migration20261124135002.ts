import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What the gateways say they have settled: the files as they came, and their lines, both append-only. */
export class Migration20261124135002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists settlement_file (
        id text primary key,
        provider text not null,
        sha256 text not null,
        name text not null,
        content bytea not null,
        from_day date not null,
        to_day date not null,
        lines integer not null,
        imported_by text not null,
        imported_at timestamptz not null default now(),
        unique (provider, sha256)
      );
      create table if not exists settlement_line (
        id bigint generated always as identity primary key,
        file_id text not null references settlement_file (id),
        provider text not null,
        line integer not null,
        line_key text not null,
        kind text not null check (kind in ('payment', 'refund')),
        txn_ref text not null,
        transaction_no text not null,
        amount bigint not null check (amount >= 0),
        fee bigint null check (fee >= 0),
        day date not null,
        at timestamptz not null,
        status text not null check (status in ('done', 'failed', 'other')),
        verdict text not null check (verdict in ('match', 'missing_here', 'amount', 'status')),
        unique (provider, line_key)
      );
      create index if not exists settlement_line_of_file on settlement_line (file_id);
      create index if not exists settlement_line_of_ref on settlement_line (provider, txn_ref);
      create index if not exists settlement_line_of_day on settlement_line (day);
      create index if not exists gateway_event_stray on gateway_event (received_at)
        where outcome = 'captured' and verdict in ('01', '02', '04');
      create index if not exists payment_attempt_captured on payment_attempt (decided_at) where state = 'captured';
      create index if not exists payment_attempt_unplaced on payment_attempt (decided_at)
        where completion in ('open', 'refund_due');
      create index if not exists refund_attempt_confirmed on refund_attempt (decided_at) where state = 'confirmed';`)
    this.addSql(`create or replace function keep_settlement() returns trigger language plpgsql as $$
      begin
        raise exception 'table % is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
      end $$;`)
    for (const table of ["settlement_file", "settlement_line"])
      this.addSql(`create or replace trigger append_only before update or delete or truncate on ${table}
        for each statement execute function keep_settlement();`)
  }

  override async down(): Promise<void> {
    for (const index of [
      "gateway_event_stray",
      "payment_attempt_captured",
      "payment_attempt_unplaced",
      "refund_attempt_confirmed",
    ])
      this.addSql(`drop index if exists ${index};`)
    this.addSql(`drop table if exists settlement_line;`)
    this.addSql(`drop table if exists settlement_file;`)
    this.addSql(`drop function if exists keep_settlement();`)
  }
}
