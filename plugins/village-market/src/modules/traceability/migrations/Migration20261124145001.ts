import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STAMPS =
  "created_at timestamptz not null default now(), updated_at timestamptz not null default now(), deleted_at timestamptz null"

/**
 * What a lot must say by law and how long a certificate is good for (both dated, from `data/`); what a producer answers
 * where only it knows; and how often a lot's page was opened on a day. A count holds nothing of who looked: no address,
 * no browser, no place. `serial` is empty where the code of the lot alone was scanned.
 */
export class Migration20261124145001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists trace_field (
        id text primary key, field text not null, name_vi text not null, name_en text not null,
        duty text not null check (duty in ('always', 'if_any')),
        valid_from text not null, valid_to text null, basis text not null, certainty text not null, ${STAMPS}
      );
      create table if not exists certificate_term (
        id text primary key, kind text not null, months integer not null check (months > 0),
        valid_from text not null, valid_to text null, basis text not null, certainty text not null, ${STAMPS}
      );
      create table if not exists lot_declaration (
        lot_id text primary key,
        brand text null,
        standards text null,
        declared_at timestamptz not null default now()
      );
      create table if not exists lot_scan (
        lot_id text not null,
        serial text not null default '',
        day date not null,
        count integer not null check (count > 0),
        primary key (lot_id, serial, day)
      );`)
  }

  override async down(): Promise<void> {
    for (const name of ["trace_field", "certificate_term", "lot_declaration", "lot_scan"])
      this.addSql(`drop table if exists ${name};`)
  }
}
