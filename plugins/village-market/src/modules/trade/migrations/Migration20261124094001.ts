import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Orders keyed in after a phone call: who did it, under which key of the sender. The channel of an order is told by its
 * basket being named here, never by words a storefront can write.
 */
export class Migration20261124094001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists phone_order (
        id bigint primary key generated always as identity,
        keyed_by_kind text not null check (keyed_by_kind in ('producer', 'operator')),
        keyed_by_id text not null,
        keyed_by_name text null,
        key text not null,
        fingerprint text not null,
        cart_id text null unique,
        order_id text null unique,
        created_at timestamptz not null default now(),
        told_at timestamptz null,
        unique (keyed_by_kind, keyed_by_id, key)
      );
      create index if not exists phone_order_created on phone_order (created_at desc);
    `)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists phone_order;")
  }
}
