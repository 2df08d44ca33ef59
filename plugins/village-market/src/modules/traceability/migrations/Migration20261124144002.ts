import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Photos of the diary. The record of the event says `sha256`, so the file can be checked against the log; the row and
 * its files can be erased, as a person may ask, while the record stands. `of_event_row_id` is the step that it shows,
 * `event_row_id` the event whose record names it: another one where the photo came later.
 */
export class Migration20261124144002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists diary_photo (
        id text primary key,
        producer_id text not null,
        lot_id text not null,
        event_row_id text not null,
        of_event_row_id text not null,
        upload_sha256 text not null check (upload_sha256 ~ '^[0-9a-f]{64}$'),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        width integer not null check (width > 0),
        height integer not null check (height > 0),
        renditions jsonb not null,
        created_at timestamptz not null default now(),
        unique (event_row_id, sha256)
      );
      create index if not exists diary_photo_of_event on diary_photo (of_event_row_id);
      create index if not exists diary_photo_of_lot on diary_photo (lot_id);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists diary_photo;`)
  }
}
