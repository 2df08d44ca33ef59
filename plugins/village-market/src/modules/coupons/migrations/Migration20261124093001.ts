import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Written by hand: amounts are `bigint`, and a trigger keeps a rule as it was made; it can only be stopped, once. */
export class Migration20261124093001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists coupon (
        promotion_id text primary key,
        code text not null unique check (code ~ '^[A-Z0-9]{3,20}$'),
        funded_by text not null check (funded_by in ('platform', 'producer')),
        producer_id text null,
        kind text not null check (kind in ('percent', 'fixed')),
        value bigint not null check (value > 0),
        minimum bigint not null default 0 check (minimum >= 0),
        max_uses integer null check (max_uses > 0),
        combines boolean not null default false,
        starts_at timestamptz not null,
        ends_at timestamptz null,
        created_by text not null,
        created_at timestamptz not null default now(),
        stopped_by text null,
        stopped_at timestamptz null,
        check ((funded_by = 'producer') = (producer_id is not null)),
        check (kind <> 'percent' or value <= 90),
        check (ends_at > starts_at),
        check ((stopped_at is null) = (stopped_by is null))
      );
      create index if not exists coupon_of_producer on coupon (producer_id, created_at);

      create table if not exists coupon_hold (
        promotion_id text not null references coupon (promotion_id),
        cart_id text not null,
        held_until timestamptz not null,
        primary key (promotion_id, cart_id)
      );`)
    this.addSql(`create or replace function keep_coupon() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.stopped_at is null and new.stopped_at is not null
          and to_jsonb(new) - 'stopped_at' - 'stopped_by' = to_jsonb(old) - 'stopped_at' - 'stopped_by'
        then return new; end if;
        raise exception 'a coupon stays as it was made: % refused', tg_op using errcode = 'restrict_violation';
      end $$;`)
    this.addSql(`drop trigger if exists keep on coupon;`)
    this.addSql(`create trigger keep before update or delete on coupon for each row execute function keep_coupon();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists coupon_hold;`)
    this.addSql(`drop table if exists coupon;`)
    this.addSql(`drop function if exists keep_coupon();`)
  }
}
