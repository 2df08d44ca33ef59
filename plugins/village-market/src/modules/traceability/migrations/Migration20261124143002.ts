import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How much comes of what, for suggestions: a table that the operator brings in and dates. */
export class Migration20261124143002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists lot_yield (
        id text primary key,
        input_words text[] not null,
        output_words text[] not null,
        input_unit text not null,
        output_unit text not null,
        least double precision not null,
        most double precision not null check (most >= least and most > 0),
        valid_from text not null,
        valid_to text null,
        basis text not null,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        deleted_at timestamptz null
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists lot_yield;")
  }
}
