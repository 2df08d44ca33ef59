import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124070804 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "official" add column if not exists "sessions_valid_from" timestamptz null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "official" drop column if exists "sessions_valid_from";`)
  }
}
