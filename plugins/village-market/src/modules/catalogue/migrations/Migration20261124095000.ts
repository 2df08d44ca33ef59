import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * `sale_window`: when a listing is sold ahead of its harvest, how much of it, and for which day. Two windows of one
 * listing never overlap; past ones are its history.
 *
 * `stock_guard()` puts triggers on Medusa's inventory, as `catalogue_watch()` does and for the same reason callable any
 * number of times. Medusa reads a level, adds a reservation and writes the sum back, under a lock of its own process:
 * two processes on one database lose each other's reservation and sell the last piece twice (seen in
 * `last-pieces.long.ts`). Here the reserved quantity is always the sum of the reservations, counted under the level's
 * row lock, and a reservation that the stock does not cover is refused by the database, unless it is a backorder.
 */
export class Migration20261124095000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create extension if not exists btree_gist;

      create table if not exists sale_window (
        id text primary key,
        listing_id text not null,
        opens_at timestamptz not null,
        closes_at timestamptz not null,
        cap bigint not null check (cap > 0),
        expected_on date not null,
        note text null,
        created_at timestamptz not null default now(),
        check (opens_at < closes_at),
        constraint sale_window_one_at_a_time exclude using gist (listing_id with =, tstzrange(opens_at, closes_at) with &&)
      );
      create index if not exists sale_window_of_listing on sale_window (listing_id, closes_at desc);
      create index if not exists sale_window_opening on sale_window (opens_at);
      create index if not exists sale_window_closing on sale_window (closes_at);

      create or replace function inventory_level_counts() returns trigger language plpgsql as $$
      begin
        select coalesce(sum(quantity), 0) into new.reserved_quantity from reservation_item
        where inventory_item_id = new.inventory_item_id and location_id = new.location_id and deleted_at is null;
        new.raw_reserved_quantity := jsonb_build_object('value', new.reserved_quantity::text, 'precision', 20);
        return new;
      end $$;

      create or replace function reservation_refuse_if_over(item text, place text, is_over boolean) returns void
      language plpgsql as $$
      begin
        if is_over then raise exception 'Not enough stock available for item % at location %', item, place; end if;
      end $$;

      create or replace function reservations_added() returns trigger language plpgsql as $$
      declare
        pair record;
        is_over boolean;
      begin
        for pair in
          select inventory_item_id as item, location_id as place, bool_or(not coalesce(allow_backorder, false)) as firm
          from added where deleted_at is null group by 1, 2 order by 1, 2
        loop
          update inventory_level set reserved_quantity = reserved_quantity
          where inventory_item_id = pair.item and location_id = pair.place and deleted_at is null
          returning reserved_quantity > stocked_quantity into is_over;
          perform reservation_refuse_if_over(pair.item, pair.place, pair.firm and is_over);
        end loop;
        return null;
      end $$;

      create or replace function reservations_changed() returns trigger language plpgsql as $$
      declare
        pair record;
        is_over boolean;
      begin
        for pair in
          select item, place, bool_or(firm) as firm from (
            select inventory_item_id as item, location_id as place, false as firm from before
            union all
            select a.inventory_item_id, a.location_id, not coalesce(a.allow_backorder, false) and a.deleted_at is null
              and b.deleted_at is null and (a.quantity > b.quantity or a.location_id <> b.location_id)
            from added a join before b on b.id = a.id
          ) touched group by 1, 2 order by 1, 2
        loop
          update inventory_level set reserved_quantity = reserved_quantity
          where inventory_item_id = pair.item and location_id = pair.place and deleted_at is null
          returning reserved_quantity > stocked_quantity into is_over;
          perform reservation_refuse_if_over(pair.item, pair.place, pair.firm and is_over);
        end loop;
        return null;
      end $$;

      create or replace function reservations_removed() returns trigger language plpgsql as $$
      declare pair record;
      begin
        for pair in select distinct inventory_item_id as item, location_id as place from before order by 1, 2 loop
          update inventory_level set reserved_quantity = reserved_quantity
          where inventory_item_id = pair.item and location_id = pair.place and deleted_at is null;
        end loop;
        return null;
      end $$;

      create or replace function stock_guard() returns void language plpgsql as $$
      begin
        if to_regclass('inventory_level') is null or to_regclass('reservation_item') is null then return; end if;
        perform pg_advisory_xact_lock(hashtext('stock_guard'));
        if exists (select from pg_trigger where tgname = 'stock_guard' and tgrelid = 'inventory_level'::regclass) then return; end if;
        create trigger stock_guard before update on inventory_level
          for each row execute function inventory_level_counts();
        create trigger stock_guard_added after insert on reservation_item
          referencing new table as added for each statement execute function reservations_added();
        create trigger stock_guard_changed after update on reservation_item
          referencing old table as before new table as added for each statement execute function reservations_changed();
        create trigger stock_guard_removed after delete on reservation_item
          referencing old table as before for each statement execute function reservations_removed();
      end $$;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop function if exists stock_guard();
      drop function if exists reservations_removed() cascade;
      drop function if exists reservations_changed() cascade;
      drop function if exists reservations_added() cascade;
      drop function if exists inventory_level_counts() cascade;
      drop function if exists reservation_refuse_if_over(text, text, boolean);
      drop table if exists sale_window;
    `)
  }
}
