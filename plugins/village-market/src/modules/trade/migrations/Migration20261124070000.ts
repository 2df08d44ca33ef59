import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Written by hand: amounts are `bigint`, the journal carries the writing transaction's `xid8` (the warehouse takes
 * only rows below the snapshot's xmin), and a trigger keeps it append-only.
 */
export class Migration20261124070000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists producer_order (
        id text primary key,
        display_no text not null,
        order_id text not null,
        cart_id text not null,
        producer_id text not null,
        status text not null check (status in ('awaiting_payment', 'placed', 'handed_over', 'expired')),
        payment_means text not null check (payment_means in ('vnpay', 'cash')),
        channel text not null check (channel in ('web', 'phone', 'stall')),
        buyer_name text not null,
        buyer_phone text not null,
        buyer_email text null,
        buyer_province text not null,
        buyer_commune text not null,
        buyer_address text not null,
        language text not null check (language in ('vi', 'en')),
        shipping_name text not null,
        shipping_option_id text not null,
        goods bigint not null check (goods >= 0),
        shipping bigint not null check (shipping >= 0),
        discount bigint not null default 0 check (discount >= 0),
        total bigint not null check (total = goods + shipping - discount),
        created_at timestamptz not null default now(),
        placed_at timestamptz null,
        handed_over_at timestamptz null,
        cash_collected bigint not null default 0 check (cash_collected in (0, total)),
        fulfillment_id text null,
        notified_at timestamptz null,
        unique (order_id, producer_id),
        unique (cart_id, producer_id)
      );
      create index if not exists producer_order_of_producer on producer_order (producer_id, status, created_at);
      create index if not exists producer_order_open on producer_order (status, created_at) where status = 'awaiting_payment';

      create table if not exists producer_order_line (
        id text primary key,
        producer_order_id text not null references producer_order (id),
        order_line_id text not null unique,
        product_id text not null,
        listing_id text not null,
        title text not null,
        unit text not null,
        quantity bigint not null check (quantity > 0),
        unit_price bigint not null check (unit_price >= 0),
        goods bigint not null check (goods = quantity * unit_price),
        discount bigint not null default 0 check (discount between 0 and goods),
        vat_rate_bp integer not null,
        vat_basis text not null,
        vat bigint not null check (vat >= 0),
        vsic_code text not null,
        vsic_version text not null,
        ocop_stars integer null,
        ocop_status text not null,
        commune_code text not null,
        village_id text null,
        producer_kind text not null,
        holding text not null
      );
      create index if not exists producer_order_line_of_order on producer_order_line (producer_order_id);

      create table if not exists sale_event (
        id text primary key,
        kind text not null check (kind in ('placed', 'handed_over')),
        occurred_at timestamptz not null,
        booked_day date not null,
        booked_month text not null,
        order_id text not null,
        producer_order_id text not null references producer_order (id),
        line_id text not null references producer_order_line (id),
        producer_id text not null,
        holding text not null,
        producer_kind text not null,
        commune_code text not null,
        village_id text null,
        vsic_code text not null,
        vsic_version text not null,
        ocop_stars integer null,
        buyer_province text not null,
        channel text not null,
        payment_means text not null,
        quantity bigint not null,
        goods bigint not null,
        discount bigint not null,
        vat bigint not null,
        net bigint not null check (net = goods - discount - vat),
        settled bigint not null,
        tx xid8 not null default pg_current_xact_id()
      );
      create index if not exists sale_event_tx on sale_event (tx);

      create table if not exists refund_due (
        id text primary key,
        amount bigint not null check (amount > 0),
        reason text not null,
        order_id text null,
        cart_id text null,
        payment_attempt_id text null,
        created_at timestamptz not null default now(),
        returned_at timestamptz null,
        returned_by text null,
        returned_note text null
      );

      create or replace function refuse_rewriting_sale_event() returns trigger language plpgsql as $$
      begin raise exception 'sale_event is append-only: corrections are new rows'; end $$;
      create or replace trigger sale_event_append_only before update or delete on sale_event
        for each row execute function refuse_rewriting_sale_event();
      create or replace trigger sale_event_no_truncate before truncate on sale_event
        for each statement execute function refuse_rewriting_sale_event();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists refund_due;
      drop table if exists sale_event;
      drop table if exists producer_order_line;
      drop table if exists producer_order;
      drop function if exists refuse_rewriting_sale_event();
    `)
  }
}
