import type { MigrationInterface, QueryRunner } from "typeorm"

export class FirstWarehouse1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table batch (
        number bigint primary key,
        events integer not null,
        loaded_at timestamptz not null default now()
      );
      create table sale_fact (
        event_id text primary key,
        batch bigint not null references batch (number),
        kind text not null,
        day date not null,
        month text not null,
        holding text not null,
        producer_kind text not null,
        commune_code text not null,
        village_id text not null default '',
        vsic_code text not null,
        vsic_version text not null,
        ocop_stars integer null,
        buyer_province text not null,
        channel text not null,
        payment_means text not null,
        goods bigint not null,
        discount bigint not null,
        vat bigint not null,
        net bigint not null,
        settled bigint not null
      );
      create index sale_fact_month on sale_fact (month, commune_code);
      create table month_cell (
        month text not null,
        commune_code text not null,
        village_id text not null,
        net bigint not null,
        settled bigint not null,
        settled_cashless bigint not null,
        primary key (month, commune_code, village_id)
      );
      create table month_seller (
        month text not null,
        commune_code text not null,
        village_id text not null,
        holding text not null,
        primary key (month, commune_code, village_id, holding)
      );
    `)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table month_seller; drop table month_cell; drop table sale_fact; drop table batch;")
  }
}
