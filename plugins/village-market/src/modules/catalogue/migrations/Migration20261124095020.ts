import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Places of a window that come back (units cancelled, an unpaid order that expired) change pages of the catalogue.
 * `places_watch()` puts the triggers for that on the trade module's tables; like `catalogue_watch()` it may be called
 * any number of times.
 */
export class Migration20261124095020 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function places_watch() returns void language plpgsql as $$
      begin
        if to_regclass('producer_order_line') is null then return; end if;
        perform pg_advisory_xact_lock(hashtext('places_watch'));
        if exists (select from pg_trigger where tgname = 'places_back' and tgrelid = 'producer_order'::regclass) then return; end if;
        create constraint trigger places_back after update of cancelled on producer_order_line
          deferrable initially deferred for each row when (old.cancelled is distinct from new.cancelled)
          execute function catalogue_bump();
        create constraint trigger places_back after update of status on producer_order
          deferrable initially deferred for each row
          when (old.status is distinct from new.status and new.status in ('expired', 'cancelled'))
          execute function catalogue_bump();
      end $$;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop function if exists places_watch();
      drop trigger if exists places_back on producer_order_line;
      drop trigger if exists places_back on producer_order;
    `)
  }
}
