import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The text search configuration that the search module asks for with `language: "simple"`; it brings only the English
 * one, which would drop "to" and "do" (tơ, đồ) as stop words and stem Vietnamese syllables.
 */
export class Migration20261124060200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;
      do $$ begin
        if not exists (select from pg_ts_config where cfgname = 'medusa_search_simple') then
          create text search configuration medusa_search_simple (copy = simple);
          alter text search configuration medusa_search_simple
            alter mapping for asciiword, asciihword, hword_asciipart, hword, hword_part, word with unaccent, simple;
        end if;
      end $$;
    `)
  }

  override async down(): Promise<void> {
    this.addSql("drop text search configuration if exists medusa_search_simple;")
  }
}
