import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * `catalogue_version`: one row, one number, part of every key of the page cache.
 *
 * A trigger bumps it in the transaction of each edit, so the new number and the new rows become visible at the same
 * instant: whoever reads the number first and the rows afterwards can never keep old rows under a new number.
 * The triggers are constraint triggers, INITIALLY DEFERRED, and only the first of a transaction does anything: the
 * one row that all writers of the catalogue share (every checkout reserves stock) is locked at commit and only for
 * the rest of it. Bumped in the middle of a transaction, it would make all of them queue behind the slowest.
 *
 * The watched tables are mostly Medusa's, and which module migrates first is not ours to say. `catalogue_watch()` puts
 * the triggers on whatever tables exist and may be called any number of times; the catalogue module calls it at every
 * start and at the end of `medusa db:migrate` (see `service.ts`).
 */
export class Migration20261124060100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists catalogue_version (
        only_row boolean primary key default true check (only_row),
        version bigint not null default 1
      );
      insert into catalogue_version default values on conflict do nothing;

      create or replace function catalogue_bump() returns trigger language plpgsql as $$
      begin
        if current_setting('village_market.bumped', true) is distinct from 'on' then
          perform set_config('village_market.bumped', 'on', true);
          update catalogue_version set version = version + 1;
        end if;
        return null;
      end $$;

      create or replace function catalogue_watch(tables text[]) returns text[] language plpgsql as $$
      declare
        watched text;
        missing text[] := '{}';
      begin
        perform pg_advisory_xact_lock(hashtext('catalogue_watch'));
        foreach watched in array tables loop
          if to_regclass(quote_ident(watched)) is null then
            missing := missing || watched;
          elsif not exists (
            select from pg_trigger where tgname = 'catalogue_changed' and tgrelid = to_regclass(quote_ident(watched))
          ) then
            execute format(
              'create constraint trigger catalogue_changed after insert or update or delete on %I
               deferrable initially deferred for each row execute function catalogue_bump()', watched);
          end if;
        end loop;
        return missing;
      end $$;
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop function if exists catalogue_watch(text[]);
      drop function if exists catalogue_bump() cascade;
      drop table if exists catalogue_version;
    `)
  }
}
