import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The whole life of a producer order: its states, terms frozen on the line, cancellations and returns, the audit
 * trail, return requests, messages, repairs. The journal's amounts become signed: what is cancelled or returned is a
 * negative row.
 */
export class Migration20261124090001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table producer_order
        drop constraint if exists producer_order_status_check,
        drop constraint if exists producer_order_check1,
        drop constraint if exists producer_order_cash_collected_check,
        add column if not exists shipping_rate_id text null,
        add column if not exists delivery_kind text not null default 'delivery',
        add column if not exists pickup_place text null,
        add column if not exists due bigint not null default 0,
        add column if not exists answer_by timestamptz null,
        add column if not exists accepted_at timestamptz null,
        add column if not exists packed_at timestamptz null,
        add column if not exists delivered_at timestamptz null,
        add column if not exists ended_at timestamptz null,
        add column if not exists carrier text null,
        add column if not exists tracking_code text null;
      update producer_order set due = total where due <> total;
      alter table producer_order
        add constraint producer_order_status_known check (status in ('awaiting_payment', 'placed', 'accepted', 'packed',
          'handed_over', 'delivered', 'completed', 'expired', 'cancelled', 'returned')),
        add constraint producer_order_delivery_known check (delivery_kind in ('delivery', 'pickup_producer', 'pickup_point')),
        add constraint producer_order_due_within check (due between 0 and total),
        add constraint producer_order_cash_within check (cash_collected between 0 and total);
      create index if not exists producer_order_to_answer on producer_order (answer_by) where status = 'placed';
      create index if not exists producer_order_of_order on producer_order (order_id);

      alter table producer_order_line
        add column if not exists discount_platform bigint not null default 0,
        add column if not exists shipping bigint not null default 0,
        add column if not exists commission_rule_id text not null default '',
        add column if not exists commission_rate_bp integer not null default 0,
        add column if not exists commission bigint not null default 0,
        add column if not exists tax_activity text not null default '',
        add column if not exists tax_rate_id text not null default '',
        add column if not exists tax_vat_bp integer not null default 0,
        add column if not exists tax_pit_bp integer not null default 0,
        add column if not exists tax_vat bigint not null default 0,
        add column if not exists tax_pit bigint not null default 0,
        add column if not exists cancelled bigint not null default 0,
        add column if not exists returned bigint not null default 0,
        add constraint line_taken_back_within check (cancelled >= 0 and returned >= 0 and cancelled + returned <= quantity),
        add constraint line_platform_discount_within check (discount_platform between 0 and discount);

      create table if not exists producer_order_change (
        id text primary key,
        producer_order_id text not null references producer_order (id),
        order_id text not null,
        kind text not null check (kind in ('cancelled', 'returned')),
        by_role text not null,
        reason text not null,
        total bigint not null check (total >= 0),
        restock boolean not null,
        created_at timestamptz not null default now(),
        followed_at timestamptz null,
        restocked_at timestamptz null
      );
      create index if not exists producer_order_change_of_order on producer_order_change (order_id, created_at);
      create index if not exists producer_order_change_open on producer_order_change (created_at) where followed_at is null;

      alter table sale_event
        drop constraint if exists sale_event_kind_check,
        drop constraint if exists sale_event_check,
        add column if not exists discount_platform bigint not null default 0,
        add column if not exists shipping bigint not null default 0,
        add column if not exists commission bigint not null default 0,
        add column if not exists tax_vat bigint not null default 0,
        add column if not exists tax_pit bigint not null default 0,
        add column if not exists change_id text null references producer_order_change (id);
      alter table sale_event
        add constraint sale_event_kind_known check (kind in ('placed', 'cancelled', 'handed_over', 'settled', 'returned')),
        add constraint sale_event_net check (net = goods - discount + discount_platform - vat),
        add constraint sale_event_signed check (
          case when kind in ('cancelled', 'returned')
            then greatest(quantity, goods, discount, shipping, vat, commission, tax_vat, tax_pit, settled) <= 0
            else least(quantity, goods, discount, shipping, vat, commission, tax_vat, tax_pit, settled) >= 0 end),
        add constraint sale_event_of_change check ((kind in ('cancelled', 'returned')) = (change_id is not null));
      create index if not exists sale_event_of_part on sale_event (producer_order_id);

      create table if not exists producer_order_act (
        id bigint generated always as identity primary key,
        producer_order_id text not null references producer_order (id),
        act text not null,
        from_status text not null,
        to_status text not null,
        actor_role text not null,
        actor_id text not null,
        actor_name text null,
        reason text null,
        detail jsonb null,
        at timestamptz not null default now()
      );
      create index if not exists producer_order_act_of_part on producer_order_act (producer_order_id, id);
      create or replace function refuse_rewriting_producer_order_act() returns trigger language plpgsql as $$
      begin raise exception 'producer_order_act is append-only: corrections are new rows'; end $$;
      create or replace trigger producer_order_act_append_only before update or delete on producer_order_act
        for each row execute function refuse_rewriting_producer_order_act();
      create or replace trigger producer_order_act_no_truncate before truncate on producer_order_act
        for each statement execute function refuse_rewriting_producer_order_act();

      create table if not exists return_request (
        id text primary key,
        producer_order_id text not null references producer_order (id),
        order_id text not null,
        line_id text not null references producer_order_line (id),
        quantity bigint not null check (quantity > 0),
        reason text not null,
        note text null,
        status text not null default 'asked' check (status in ('asked', 'accepted', 'received', 'refused', 'withdrawn')),
        answer text null,
        change_id text null references producer_order_change (id),
        asked_at timestamptz not null default now(),
        answered_at timestamptz null,
        closed_at timestamptz null,
        check ((status = 'received') = (change_id is not null))
      );
      create index if not exists return_request_of_part on return_request (producer_order_id, asked_at);

      create table if not exists order_notice (
        id text primary key,
        producer_order_id text not null references producer_order (id),
        order_id text not null,
        audience text not null check (audience in ('buyer', 'producer', 'helper')),
        event text not null,
        data jsonb not null default '{}',
        created_at timestamptz not null default now(),
        next_try_at timestamptz null default now(),
        tries integer not null default 0,
        sent_at timestamptz null,
        last_error text null,
        check (sent_at is null or next_try_at is null)
      );
      create index if not exists order_notice_to_send on order_notice (next_try_at) where sent_at is null;

      create table if not exists order_repair (
        order_id text primary key,
        problem text not null,
        tries integer not null default 1,
        first_at timestamptz not null default now(),
        last_at timestamptz not null default now(),
        solved_at timestamptz null
      );

      alter table refund_due
        add column if not exists means text not null default 'vnpay' check (means in ('vnpay', 'cash')),
        add column if not exists producer_order_id text null references producer_order (id),
        add column if not exists change_id text null references producer_order_change (id);
      create index if not exists refund_due_of_order on refund_due (order_id);
      create index if not exists refund_due_open on refund_due (created_at) where returned_at is null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table refund_due drop column if exists means, drop column if exists producer_order_id, drop column if exists change_id;
      drop table if exists order_repair, order_notice, return_request, producer_order_act;
      drop function if exists refuse_rewriting_producer_order_act();
      alter table sale_event
        drop constraint if exists sale_event_of_change, drop constraint if exists sale_event_signed,
        drop constraint if exists sale_event_net, drop constraint if exists sale_event_kind_known,
        drop column if exists change_id, drop column if exists discount_platform, drop column if exists shipping,
        drop column if exists commission, drop column if exists tax_vat, drop column if exists tax_pit;
      drop table if exists producer_order_change;
      alter table producer_order_line
        drop constraint if exists line_taken_back_within, drop constraint if exists line_platform_discount_within,
        drop column if exists discount_platform, drop column if exists shipping, drop column if exists commission_rule_id,
        drop column if exists commission_rate_bp, drop column if exists commission, drop column if exists tax_activity,
        drop column if exists tax_rate_id, drop column if exists tax_vat_bp, drop column if exists tax_pit_bp,
        drop column if exists tax_vat, drop column if exists tax_pit, drop column if exists cancelled,
        drop column if exists returned;
      alter table producer_order
        drop constraint if exists producer_order_status_known, drop constraint if exists producer_order_delivery_known,
        drop constraint if exists producer_order_due_within, drop constraint if exists producer_order_cash_within,
        drop column if exists shipping_rate_id, drop column if exists delivery_kind, drop column if exists pickup_place,
        drop column if exists due, drop column if exists answer_by, drop column if exists accepted_at,
        drop column if exists packed_at, drop column if exists delivered_at, drop column if exists ended_at,
        drop column if exists carrier, drop column if exists tracking_code;
    `)
  }
}
