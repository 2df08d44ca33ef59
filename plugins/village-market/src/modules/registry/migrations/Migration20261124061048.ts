import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124061048 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "password_try" ("email" text not null, "tries" integer not null, "since" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "password_try_pkey" primary key ("email"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_password_try_deleted_at" ON "password_try" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "password_try" cascade;`)
  }
}
