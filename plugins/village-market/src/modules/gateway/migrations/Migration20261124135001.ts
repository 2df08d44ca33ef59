import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a person has to look into, and what has been waiting too long. */
export class Migration20261124135001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists reconciliation_task (
        id text primary key,
        kind text not null,
        subject text not null,
        task_key text not null unique,
        evidence jsonb not null,
        opened_at timestamptz not null default now(),
        solved_at timestamptz null,
        solved_by text null,
        note text null,
        check ((solved_at is null) = (solved_by is null)),
        check ((solved_at is null) = (note is null))
      );
      create index if not exists reconciliation_task_open on reconciliation_task (opened_at) where solved_at is null;

      create table if not exists payment_alarm (
        id text primary key,
        kind text not null check (kind in ('refund', 'orphan', 'review', 'task')),
        subject text not null,
        waiting_since timestamptz not null,
        raised_at timestamptz not null default now(),
        told_at timestamptz null,
        cleared_at timestamptz null
      );
      create unique index if not exists payment_alarm_once on payment_alarm (kind, subject) where cleared_at is null;`)
    this.addSql(`create or replace function keep_reconciliation_task() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          raise exception 'reconciliation task %: tasks are solved, never deleted', old.id using errcode = 'restrict_violation';
        end if;
        if old.solved_at is not null or (new.kind, new.subject, new.task_key, new.evidence, new.opened_at)
            is distinct from (old.kind, old.subject, old.task_key, old.evidence, old.opened_at) then
          raise exception 'reconciliation task %: what was found and how it was solved stays', old.id
            using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`)
    this.addSql(`create or replace trigger keep_found before update or delete on reconciliation_task
      for each row execute function keep_reconciliation_task();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists payment_alarm;`)
    this.addSql(`drop table if exists reconciliation_task;`)
    this.addSql(`drop function if exists keep_reconciliation_task();`)
  }
}
