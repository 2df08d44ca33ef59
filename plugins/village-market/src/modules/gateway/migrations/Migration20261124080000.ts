import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Written by hand: amounts are `bigint`, and a trigger keeps what the gateway said append-only. */
export class Migration20261124080000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists payment_attempt (
        id text primary key,
        provider text not null,
        txn_ref text not null unique,
        session_id text not null,
        cart_id text null,
        amount bigint not null check (amount > 0),
        create_date text not null,
        expire_date text not null,
        state text not null default 'pending' check (state in ('pending', 'captured', 'failed', 'review')),
        response_code text null,
        transaction_status text null,
        transaction_no text null,
        bank_code text null,
        pay_date text null,
        decided_at timestamptz null,
        superseded_at timestamptz null,
        completion text not null default 'none' check (completion in ('none', 'open', 'completed', 'refund_due')),
        tries integer not null default 0,
        next_try_at timestamptz null,
        last_error text null,
        order_id text null,
        created_at timestamptz not null default now(),
        check ((state = 'captured') = (completion <> 'none')),
        check (completion <> 'open' or next_try_at is not null),
        check (completion <> 'completed' or order_id is not null)
      );
      create index if not exists payment_attempt_of_session on payment_attempt (session_id, created_at);
      create index if not exists payment_attempt_of_cart on payment_attempt (cart_id, created_at);
      create index if not exists payment_attempt_open on payment_attempt (next_try_at) where completion = 'open';

      create table if not exists gateway_event (
        id bigint generated always as identity primary key,
        provider text not null,
        event_key text not null,
        txn_ref text not null,
        attempt_id text null references payment_attempt (id),
        outcome text not null,
        verdict text not null,
        raw text not null,
        received_at timestamptz not null default now(),
        unique (provider, event_key)
      );
      create index if not exists gateway_event_of_attempt on gateway_event (txn_ref);`)
    this.addSql(`create or replace function keep_gateway_event() returns trigger language plpgsql as $$
      begin
        raise exception 'table gateway_event is append-only: % refused', tg_op using errcode = 'restrict_violation';
      end $$;`)
    this.addSql(`drop trigger if exists append_only on gateway_event;`)
    this.addSql(`create trigger append_only before update or delete or truncate on gateway_event
      for each statement execute function keep_gateway_event();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists gateway_event;`)
    this.addSql(`drop function if exists keep_gateway_event();`)
    this.addSql(`drop table if exists payment_attempt;`)
  }
}
