import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a person has decided about payments of which VNPay says neither paid nor unpaid; kept for good. */
export class Migration20261124131001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists payment_review (
        id text primary key,
        payment_attempt_id text not null references payment_attempt (id),
        number integer not null check (number > 0),
        decision text not null check (decision in ('came', 'not_came')),
        transaction_no text null,
        reason text not null,
        decided_by text not null,
        decided_at timestamptz not null default now(),
        unique (payment_attempt_id, number),
        check ((decision = 'came') = (transaction_no is not null))
      );`)
    this.addSql(`create or replace function keep_payment_review() returns trigger language plpgsql as $$
      begin
        raise exception 'table payment_review is append-only: % refused', tg_op using errcode = 'restrict_violation';
      end $$;`)
    this.addSql(`drop trigger if exists append_only on payment_review;`)
    this.addSql(`create trigger append_only before update or delete or truncate on payment_review
      for each statement execute function keep_payment_review();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists payment_review;`)
    this.addSql(`drop function if exists keep_payment_review();`)
  }
}
