import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Attempts at every gateway, and at what is no basket: a part paid at the door, a sale at a village stall. */
export class Migration20261124130001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table payment_attempt
        alter column session_id drop not null,
        alter column create_date drop not null,
        alter column expire_date drop not null,
        add column if not exists purpose text not null default 'basket' check (purpose in ('basket', 'door', 'stall')),
        add column if not exists subject_id text null,
        add column if not exists external_id text null,
        add column if not exists method text null,
        add column if not exists expires_at timestamptz null,
        add column if not exists asks integer not null default 0,
        add column if not exists ask_at timestamptz null;
      alter table payment_attempt
        add constraint payment_attempt_provider check (provider in ('vnpay', 'bank', 'stripe')),
        add constraint payment_attempt_subject check ((purpose = 'basket') = (session_id is not null)
          and (purpose = 'basket') = (subject_id is null)),
        add constraint payment_attempt_external unique (provider, external_id);
      create index if not exists payment_attempt_of_subject on payment_attempt (purpose, subject_id) where subject_id is not null;
      create index if not exists payment_attempt_to_ask on payment_attempt (ask_at) where state = 'pending';`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table payment_attempt
        drop constraint if exists payment_attempt_provider,
        drop constraint if exists payment_attempt_subject,
        drop constraint if exists payment_attempt_external,
        drop column if exists purpose, drop column if exists subject_id, drop column if exists external_id,
        drop column if exists method, drop column if exists expires_at, drop column if exists asks, drop column if exists ask_at;`)
  }
}
