import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const APPEND_ONLY = ["bank_transaction", "bank_decision", "bank_statement"]

/**
 * What came and went on the shop's account, and what was decided about it: facts that nobody rewrites. The latest
 * decision about a transaction is its state.
 */
export class Migration20261124132001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists bank_statement (
        id text primary key,
        file_name text not null,
        lines integer not null,
        imported_by text not null,
        imported_at timestamptz not null default now()
      );
      create table if not exists bank_transaction (
        id text primary key,
        source text not null check (source in ('sepay', 'statement')),
        source_id text not null,
        statement_id text null references bank_statement (id),
        account text not null,
        direction text not null check (direction in ('in', 'out')),
        amount bigint not null check (amount > 0),
        content text not null,
        bank_reference text null,
        booked_at timestamptz not null,
        whole_day boolean not null default false,
        raw text not null,
        received_at timestamptz not null default now(),
        unique (source, source_id),
        check ((source = 'statement') = (statement_id is not null))
      );
      create index if not exists bank_transaction_received on bank_transaction (received_at);
      create index if not exists bank_transaction_amount on bank_transaction (amount, booked_at);
      create table if not exists bank_decision (
        id text primary key,
        transaction_id text not null references bank_transaction (id),
        number integer not null check (number > 0),
        kind text not null check (kind in ('captured', 'review', 'not_ours', 'same', 'matched', 'give_back', 'ignored', 'undone')),
        reason text null,
        attempt_id text null references payment_attempt (id),
        same_as text null references bank_transaction (id),
        decided_by text not null,
        note text null,
        decided_at timestamptz not null default now(),
        unique (transaction_id, number),
        check (kind not in ('captured', 'matched') or attempt_id is not null),
        check ((kind = 'same') = (same_as is not null)),
        check (kind <> 'review' or reason is not null)
      );
      create unique index if not exists bank_decision_same on bank_decision (same_as) where same_as is not null;
      create index if not exists bank_decision_attempt on bank_decision (attempt_id) where attempt_id is not null;
      create index if not exists payment_attempt_bank on payment_attempt (created_at) where provider = 'bank';`)
    this.addSql(`create or replace function keep_bank_fact() returns trigger language plpgsql as $$
      begin
        raise exception 'table % is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
      end $$;`)
    for (const table of APPEND_ONLY) {
      this.addSql(`create or replace trigger append_only before update or delete or truncate on ${table}
        for each statement execute function keep_bank_fact();`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop index if exists payment_attempt_bank;
      drop table if exists bank_decision;
      drop table if exists bank_transaction;
      drop table if exists bank_statement;
      drop function if exists keep_bank_fact();`)
  }
}
