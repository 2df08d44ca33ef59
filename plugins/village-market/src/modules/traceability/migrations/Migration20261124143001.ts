import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Lots of raw material, lots that become other lots, and their corrections. What is left of a lot is read from the
 * view `lot_balance` alone; whoever takes from a lot holds its row locked (`for update`, in the order of the ids).
 */
export class Migration20261124143001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table lot alter column listing_id drop not null;
      alter table lot alter column quantity type numeric(14,3);
      alter table lot drop constraint if exists lot_status_check;
      alter table lot add constraint lot_status_check check (status in ('active', 'withdrawn', 'recalled'));

      alter table lot_allocation add column if not exists returned integer not null default 0
        check (returned >= 0 and returned <= quantity);

      create table if not exists lot_change (
        id text primary key,
        producer_id text not null,
        kind text not null check (kind in ('split', 'merge', 'transformation')),
        happened_at text not null,
        declared_yield numeric(14,6) null check (declared_yield > 0),
        reason text null,
        reason_text text null,
        unusual boolean not null default false,
        epcis_event_id text null,
        corrects_id text null references lot_change (id),
        voided_at timestamptz null,
        request_key text null,
        request_hash text null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz null,
        check (not unusual or reason is not null)
      );
      create unique index if not exists lot_change_request on lot_change (producer_id, request_key)
        where request_key is not null;
      create index if not exists lot_change_of_producer on lot_change (producer_id, created_at desc);
      create index if not exists lot_change_unusual on lot_change (created_at desc) where unusual and voided_at is null;

      create table if not exists lot_change_part (
        id text primary key,
        change_id text not null references lot_change (id),
        side text not null check (side in ('input', 'output')),
        lot_id text not null references lot (id),
        quantity numeric(14,3) not null check (quantity > 0),
        unit text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz null,
        unique (change_id, side, lot_id)
      );
      create index if not exists lot_change_part_of_lot on lot_change_part (lot_id, side);

      create table if not exists lot_source (
        id text primary key,
        lot_id text not null references lot (id),
        supplier text null,
        supplier_lot text null,
        source_lot_id text null references lot (id),
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz null,
        check (supplier is not null or supplier_lot is not null)
      );
      create index if not exists lot_source_of_lot on lot_source (lot_id);
      create index if not exists lot_source_from on lot_source (source_lot_id) where source_lot_id is not null;

      create table if not exists lot_correction (
        id text primary key,
        producer_id text not null,
        lot_id text not null references lot (id),
        target text not null check (target in ('step', 'amount', 'change')),
        change_id text null references lot_change (id),
        event_row_id text not null,
        declaration_row_id text not null,
        replacement_row_id text null,
        reason text not null check (reason in ('did_not_occur', 'incorrect_data')),
        note text null,
        quantity_before numeric(14,3) null,
        quantity_after numeric(14,3) null,
        request_key text null,
        request_hash text null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz null
      );
      create unique index if not exists lot_correction_once on lot_correction (event_row_id);
      create unique index if not exists lot_correction_request on lot_correction (producer_id, request_key)
        where request_key is not null;
      create index if not exists lot_correction_of_lot on lot_correction (lot_id);

      create or replace view lot_balance as
        select lot.id as lot_id, lot.producer_id, lot.quantity, taken.allocated, eaten.consumed,
          lot.quantity - taken.allocated - eaten.consumed as "left"
        from lot
        cross join lateral (
          select coalesce(sum(a.quantity - a.returned), 0)::numeric(14,3) as allocated
          from lot_allocation a where a.lot_id = lot.id and a.deleted_at is null
        ) taken
        cross join lateral (
          select coalesce(sum(part.quantity), 0)::numeric(14,3) as consumed
          from lot_change_part part join lot_change c on c.id = part.change_id
          where part.lot_id = lot.id and part.side = 'input' and c.voided_at is null
        ) eaten
        where lot.deleted_at is null;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop view if exists lot_balance;
      drop table if exists lot_correction, lot_source, lot_change_part, lot_change;
      alter table lot_allocation drop column if exists returned;
    `)
  }
}
