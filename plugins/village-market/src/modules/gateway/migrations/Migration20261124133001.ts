import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Stripe names a payment by its payment intent when it tells of refunds and disputes. */
export class Migration20261124133001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists payment_attempt_of_intent on payment_attempt (transaction_no)
      where provider = 'stripe';`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists payment_attempt_of_intent;`)
  }
}
