import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Money that comes by bank transfer or foreign card, and what was promised in cash and paid by QR at the door. */
export class Migration20261124130002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table producer_order drop constraint if exists producer_order_payment_means_check;
      alter table producer_order
        add constraint producer_order_payment_means_check check (payment_means in ('vnpay', 'bank', 'stripe', 'cash')),
        add column if not exists collected_by text null check (collected_by in ('cash', 'bank'));
      update producer_order set collected_by = 'cash' where cash_collected > 0;
      alter table producer_order add constraint producer_order_collected check ((cash_collected > 0) = (collected_by is not null));
      alter table refund_due drop constraint if exists refund_due_means_check;
      alter table refund_due add constraint refund_due_means_check check (means in ('vnpay', 'bank', 'stripe', 'cash'));`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table producer_order drop constraint if exists producer_order_collected, drop column if exists collected_by;`)
  }
}
