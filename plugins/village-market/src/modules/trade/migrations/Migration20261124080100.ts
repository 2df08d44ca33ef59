import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Numbered batches of the journal. The journal itself is append-only, so which batch an event went into stands beside it. */
export class Migration20261124080100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists journal_batch (
        number bigint primary key generated always as identity,
        created_at timestamptz not null default now(),
        acknowledged_at timestamptz null
      );
      create table if not exists journal_batch_event (
        event_id text primary key references sale_event (id),
        batch bigint not null references journal_batch (number)
      );
      create index if not exists journal_batch_event_batch on journal_batch_event (batch);
    `)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists journal_batch_event; drop table if exists journal_batch;")
  }
}
