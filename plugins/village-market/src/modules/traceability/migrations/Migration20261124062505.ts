import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261124062505 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "lot_event" drop constraint if exists "lot_event_lot_id_request_key_unique";`)
    this.addSql(
      `alter table if exists "lot_allocation" drop constraint if exists "lot_allocation_producer_order_line_id_lot_id_unique";`,
    )
    this.addSql(`alter table if exists "lot" drop constraint if exists "lot_producer_id_request_key_unique";`)
    this.addSql(`alter table if exists "lot" drop constraint if exists "lot_code_unique";`)
    this.addSql(`alter table if exists "log_salt" drop constraint if exists "log_salt_seq_unique";`)
    this.addSql(`alter table if exists "log_entry" drop constraint if exists "log_entry_lot_event_id_unique";`)
    this.addSql(`alter table if exists "log_entry" drop constraint if exists "log_entry_seq_unique";`)
    this.addSql(
      `create table if not exists "log_entry" ("id" text not null, "seq" integer not null, "lot_event_id" text not null, "entry" text not null, "leaf" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "log_entry_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_log_entry_seq_unique" ON "log_entry" ("seq") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_log_entry_lot_event_id_unique" ON "log_entry" ("lot_event_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_log_entry_deleted_at" ON "log_entry" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "log_salt" ("id" text not null, "seq" integer not null, "salt" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "log_salt_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_log_salt_seq_unique" ON "log_salt" ("seq") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_log_salt_deleted_at" ON "log_salt" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot" ("id" text not null, "code" text not null, "producer_id" text not null, "listing_id" text not null, "title" text not null, "quantity" integer not null, "unit" text not null, "made_on" text not null, "expires_on" text null, "printed_uri" text null, "status" text check ("status" in ('active', 'withdrawn')) not null default 'active', "request_key" text null, "request_hash" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_pkey" primary key ("id"), constraint lot_quantity_check check (quantity > 0), constraint lot_code_check check (code ~ '^[A-Z0-9-]{1,20}$'));`,
    )
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_lot_code_unique" ON "lot" ("code") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_lot_producer_id" ON "lot" ("producer_id") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_lot_listing_id" ON "lot" ("listing_id") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_lot_deleted_at" ON "lot" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_lot_producer_id_request_key_unique" ON "lot" ("producer_id", "request_key") WHERE request_key is not null AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot_allocation" ("id" text not null, "lot_id" text not null, "producer_order_line_id" text not null, "quantity" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_allocation_pkey" primary key ("id"), constraint lot_allocation_check check (quantity > 0));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_lot_id" ON "lot_allocation" ("lot_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_allocation_deleted_at" ON "lot_allocation" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_lot_allocation_producer_order_line_id_lot_id_unique" ON "lot_allocation" ("producer_order_line_id", "lot_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "lot_event" ("id" text not null, "lot_id" text not null, "event_id" text not null, "type" text not null, "action" text null, "biz_step" text not null, "step" text not null, "event_time" timestamptz not null, "event_time_zone_offset" text not null, "village_id" text null, "commune_code" text not null, "note" text null, "record" jsonb not null, "request_key" text null, "request_hash" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "lot_event_pkey" primary key ("id"));`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_lot_event_lot_id" ON "lot_event" ("lot_id") WHERE deleted_at IS NULL;`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_event_event_id" ON "lot_event" ("event_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_event_event_time" ON "lot_event" ("event_time") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_lot_event_deleted_at" ON "lot_event" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_lot_event_lot_id_request_key_unique" ON "lot_event" ("lot_id", "request_key") WHERE request_key is not null AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "log_entry" cascade;`)

    this.addSql(`drop table if exists "log_salt" cascade;`)

    this.addSql(`drop table if exists "lot" cascade;`)

    this.addSql(`drop table if exists "lot_allocation" cascade;`)

    this.addSql(`drop table if exists "lot_event" cascade;`)
  }
}
