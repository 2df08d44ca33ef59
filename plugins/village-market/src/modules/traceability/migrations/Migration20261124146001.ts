import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Recalls of lots. What was decided and which lots it took off sale is append-only; `lot_recall_hold` (goods not yet
 * handed over that may be of a recalled lot) and `lot_recall_reach` (whom to tell) move on as people act.
 */
export class Migration20261124146001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "lot" drop constraint if exists lot_status_check;`)
    this.addSql(
      `alter table if exists "lot" add constraint lot_status_check check (status in ('active', 'withdrawn', 'recalled'));`,
    )
    this.addSql(`
      create table if not exists lot_recall (
        id text primary key,
        lot_id text not null,
        kind text not null check (kind in ('recall', 'lift')),
        recall_id text null references lot_recall (id),
        reason text not null,
        detail text null,
        advice text null,
        actor_kind text not null check (actor_kind in ('producer', 'official', 'operator')),
        actor_id text not null,
        actor_name text null,
        request_key text null,
        at timestamptz not null default clock_timestamp(),
        check ((kind = 'lift') = (recall_id is not null)),
        check ((kind = 'recall') = (advice is not null))
      );
      create unique index if not exists lot_recall_lifted_once on lot_recall (recall_id) where kind = 'lift';
      create unique index if not exists lot_recall_request on lot_recall (actor_id, request_key) where request_key is not null;
      create index if not exists lot_recall_of_lot on lot_recall (lot_id);

      create table if not exists lot_recall_lot (
        recall_id text not null references lot_recall (id),
        lot_id text not null,
        producer_id text not null,
        status_before text not null,
        quantity_left numeric(14,3) not null,
        taken_from_stock bigint not null,
        primary key (recall_id, lot_id)
      );
      create index if not exists lot_recall_lot_of_lot on lot_recall_lot (lot_id);
      create index if not exists lot_recall_lot_of_producer on lot_recall_lot (producer_id);

      create table if not exists lot_recall_hold (
        recall_id text not null references lot_recall (id),
        producer_order_line_id text not null,
        released_at timestamptz null,
        released_by text null check (released_by in ('other_lot', 'stated', 'lifted')),
        primary key (recall_id, producer_order_line_id)
      );
      create index if not exists lot_recall_hold_open on lot_recall_hold (producer_order_line_id) where released_at is null;

      create table if not exists lot_recall_reach (
        id text primary key,
        recall_id text not null references lot_recall (id),
        audience text not null check (audience in ('buyer', 'producer')),
        order_id text null,
        producer_id text null,
        state text not null check (state in ('to_send', 'sent', 'failed', 'no_contact', 'dropped')),
        channel text null check (channel in ('email', 'sms')),
        tries integer not null default 0,
        next_try_at timestamptz null default now(),
        claimed_at timestamptz null,
        sent_at timestamptz null,
        last_error text null,
        called_at timestamptz null,
        called_by text null,
        called_note text null,
        created_at timestamptz not null default now(),
        check ((audience = 'buyer') = (order_id is not null)),
        check ((audience = 'producer') = (producer_id is not null)),
        check ((state = 'sent') = (sent_at is not null)),
        check ((state = 'to_send') = (next_try_at is not null))
      );
      create unique index if not exists lot_recall_reach_once on lot_recall_reach (recall_id, coalesce(order_id, producer_id));
      create index if not exists lot_recall_reach_to_send on lot_recall_reach (next_try_at) where state = 'to_send';
      create index if not exists lot_recall_reach_of_order on lot_recall_reach (order_id) where order_id is not null;

      create or replace function keep_recall() returns trigger language plpgsql as $$
      begin
        raise exception 'table % is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
      end $$;`)
    for (const table of ["lot_recall", "lot_recall_lot"])
      this.addSql(`create or replace trigger append_only before update or delete or truncate on ${table}
        for each statement execute function keep_recall();`)
  }

  override async down(): Promise<void> {
    for (const table of ["lot_recall_reach", "lot_recall_hold", "lot_recall_lot", "lot_recall"])
      this.addSql(`drop table if exists ${table};`)
    this.addSql(`drop function if exists keep_recall();`)
  }
}
