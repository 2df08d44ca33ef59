import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Cash with proof: what was taken of which part, by whom, against how much was due, and what shows it. A buyer's code
 * and how often it was keyed in wrongly; photos of receipts; the operator's word on what does not add up.
 */
export class Migration20261124134001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists cash_code (
        producer_order_id text primary key references producer_order (id),
        code text not null check (code ~ '^[0-9]{4}$'),
        wrong integer not null default 0,
        used_at timestamptz null
      );

      create table if not exists cash_receipt (
        id text primary key,
        producer_order_id text not null references producer_order (id),
        file_key text not null,
        mime_type text not null,
        sent_by text not null,
        created_at timestamptz not null default now()
      );
      create index if not exists cash_receipt_of_part on cash_receipt (producer_order_id, created_at);

      create table if not exists cash_taking (
        id bigint generated always as identity primary key,
        producer_order_id text not null references producer_order (id),
        order_id text not null,
        moment text not null check (moment in ('hand_over', 'deliver', 'later')),
        expected bigint not null check (expected > 0),
        given bigint not null check (given > 0),
        difference text null,
        proof text not null check (proof in ('code', 'receipt', 'reference', 'none')),
        proof_text text null,
        receipt_id text null references cash_receipt (id),
        by_role text not null check (by_role in ('producer', 'operator')),
        by_id text not null,
        by_name text null,
        at timestamptz not null default now(),
        check (given = expected or difference is not null),
        check (proof not in ('reference', 'none') or proof_text is not null),
        check ((proof = 'receipt') = (receipt_id is not null))
      );
      create unique index if not exists cash_taking_closes_once on cash_taking (producer_order_id)
        where given = expected;
      create index if not exists cash_taking_of_part on cash_taking (producer_order_id, id);
      create index if not exists cash_taking_to_look_at on cash_taking (id)
        where given <> expected or proof = 'none';

      create table if not exists cash_taking_answer (
        taking_id bigint primary key references cash_taking (id),
        note text not null,
        by_id text not null,
        by_name text null,
        at timestamptz not null default now()
      );

      create or replace function refuse_rewriting_cash() returns trigger language plpgsql as $$
      begin raise exception '% is append-only: corrections are new rows', tg_table_name; end $$;
      create or replace trigger cash_receipt_append_only before update or delete on cash_receipt
        for each row execute function refuse_rewriting_cash();
      create or replace trigger cash_taking_append_only before update or delete on cash_taking
        for each row execute function refuse_rewriting_cash();
      create or replace trigger cash_taking_no_truncate before truncate on cash_taking
        for each statement execute function refuse_rewriting_cash();
      create or replace trigger cash_taking_answer_append_only before update or delete on cash_taking_answer
        for each row execute function refuse_rewriting_cash();
      create or replace trigger cash_taking_answer_no_truncate before truncate on cash_taking_answer
        for each statement execute function refuse_rewriting_cash();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(`
      drop table if exists cash_taking_answer, cash_taking, cash_receipt, cash_code;
      drop function if exists refuse_rewriting_cash();
    `)
  }
}
