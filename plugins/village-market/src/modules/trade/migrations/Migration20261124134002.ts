import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Sales at a village stall: what a producer keyed in for a passer-by to pay. The channel of an order is told by its
 * basket being named here. \`stall_goods\` is the hidden product of a producer that stands for an amount without goods.
 */
export class Migration20261124134002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists stall_sale (
        id text primary key,
        producer_id text not null,
        listing_id text null,
        description text null,
        quantity bigint not null check (quantity > 0),
        amount bigint not null check (amount > 0),
        key text not null,
        fingerprint text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        cancelled_at timestamptz null,
        product_id text null,
        cart_id text null unique,
        order_id text null unique,
        unique (producer_id, key),
        check (amount % quantity = 0),
        check (order_id is null or cart_id is not null)
      );
      create index if not exists stall_sale_of_producer on stall_sale (producer_id, created_at desc);

      create table if not exists stall_goods (
        producer_id text primary key,
        product_id text not null unique,
        listing_id text not null unique
      );
    `)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists stall_goods, stall_sale;")
  }
}
