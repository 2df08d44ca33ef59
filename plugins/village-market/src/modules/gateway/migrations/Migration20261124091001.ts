import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Written by hand: amounts are `bigint`, and the database itself allows one refund under way per payment. */
export class Migration20261124091001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists refund_attempt (
        id text primary key,
        refund_due_id text not null,
        number integer not null check (number > 0),
        request_id text not null unique,
        payment_attempt_id text not null references payment_attempt (id),
        amount bigint not null check (amount > 0),
        transaction_type text not null check (transaction_type in ('02', '03')),
        state text not null default 'intended' check (state in ('intended', 'confirmed', 'refused', 'unknown')),
        reason text null,
        response_code text null,
        transaction_status text null,
        transaction_no text null,
        asks integer not null default 0,
        next_try_at timestamptz null,
        last_error text null,
        booking_tries integer not null default 0,
        created_at timestamptz not null default now(),
        decided_at timestamptz null,
        booked_at timestamptz null,
        unique (refund_due_id, number),
        check (state not in ('intended', 'unknown') or next_try_at is not null),
        check (state <> 'refused' or reason is not null),
        check (booked_at is null or state = 'confirmed')
      );
      create unique index if not exists refund_attempt_under_way on refund_attempt (payment_attempt_id)
        where state in ('intended', 'unknown');
      create unique index if not exists refund_attempt_once on refund_attempt (refund_due_id)
        where state in ('intended', 'unknown', 'confirmed');
      create index if not exists refund_attempt_of_payment on refund_attempt (payment_attempt_id);
      create index if not exists refund_attempt_next on refund_attempt (next_try_at) where next_try_at is not null;
      create index if not exists payment_attempt_of_order on payment_attempt (order_id) where completion = 'completed';`)
    this.addSql(`create or replace function keep_decided_refund() returns trigger language plpgsql as $$
      begin
        if old.state in ('confirmed', 'refused') and (new.state, new.amount, new.payment_attempt_id, new.request_id)
            is distinct from (old.state, old.amount, old.payment_attempt_id, old.request_id) then
          raise exception 'refund %: what is decided stays', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`)
    this.addSql(`create or replace trigger keep_decided before update on refund_attempt
      for each row execute function keep_decided_refund();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists refund_attempt;`)
    this.addSql(`drop function if exists keep_decided_refund();`)
    this.addSql(`drop index if exists payment_attempt_of_order;`)
  }
}
