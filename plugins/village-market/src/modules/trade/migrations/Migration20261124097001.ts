import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Producers that were not told yet of a part are told by the outbox from now on; and whoever marks a debt as returned,
 * the gateway's worker or the operator, thereby tells the buyer in the same transaction.
 */
export class Migration20261124097001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      insert into order_notice (id, producer_order_id, order_id, audience, event)
      select id || ':producer:part_placed', id, order_id, 'producer', 'part_placed'
      from producer_order where status = 'placed' and notified_at is null
      on conflict (id) do nothing;

      create or replace function tell_of_refund() returns trigger language plpgsql as $$
      begin
        insert into order_notice (id, producer_order_id, order_id, audience, event, data)
        select part.id || ':buyer:money_refunded:' || new.id, part.id, part.order_id, 'buyer', 'money_refunded',
          jsonb_build_object('amount', new.amount, 'means', new.means)
        from producer_order part
        where part.id = new.producer_order_id or new.producer_order_id is null and part.order_id = new.order_id
        order by part.display_no limit 1
        on conflict (id) do nothing;
        return new;
      end $$;
      create or replace trigger refund_due_returned after update of returned_at on refund_due
        for each row when (old.returned_at is null and new.returned_at is not null)
        execute function tell_of_refund();

      alter table if exists phone_order drop column if exists told_at;
    `)
  }

  override async down(): Promise<void> {
    this.addSql("drop trigger if exists refund_due_returned on refund_due; drop function if exists tell_of_refund();")
  }
}
