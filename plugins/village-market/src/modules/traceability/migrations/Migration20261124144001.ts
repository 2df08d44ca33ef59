import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { FIRST_WORDS } from "../diary/first-words"

const text = (value: string | null) => (value === null ? "null" : `'${value.replace(/'/g, "''")}'`)

/** The vocabulary of steps. A word can be renamed, moved and hidden; its id stays, and no word is ever deleted: past records carry them. */
export class Migration20261124144001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists craft_step (
        id text primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
        family text not null,
        vi text not null check (length(vi) between 1 and 60),
        en text not null check (length(en) between 1 and 60),
        biz_step text null check (biz_step ~ '^([a-z_]+|https?://[^[:space:]]+)$'),
        asks_amount boolean not null,
        asks_photo boolean not null,
        asks_input boolean not null,
        position integer not null,
        hidden boolean not null default false,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now()
      );`)
    this.addSql(`create or replace function keep_craft_step() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          if new.id = old.id and new.family = old.family then return new; end if;
        end if;
        raise exception 'a word of craft_step keeps its id and is never deleted' using errcode = 'restrict_violation';
      end $$;`)
    this.addSql(`create or replace trigger keep_word before update or delete on craft_step
      for each row execute function keep_craft_step();`)
    this.addSql(`create or replace trigger keep_words before truncate on craft_step
      for each statement execute function keep_craft_step();`)
    const rows = FIRST_WORDS.map(
      (word) =>
        `(${[word.id, word.family, word.vi, word.en, word.biz_step].map(text).join(", ")}, ${word.asks_amount}, ${word.asks_photo}, ${word.asks_input}, ${word.position})`,
    )
    this.addSql(`insert into craft_step (id, family, vi, en, biz_step, asks_amount, asks_photo, asks_input, position)
      values ${rows.join(",\n")} on conflict do nothing;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists craft_step;`)
    this.addSql(`drop function if exists keep_craft_step();`)
  }
}
