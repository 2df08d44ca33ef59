import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What waits for a person, or was decided by one, is found without reading every movement of the account. */
export class Migration20261124132002 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists bank_decision_by_hand on bank_decision (kind, transaction_id)
      where kind in ('review', 'undone', 'matched');`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists bank_decision_by_hand;`)
  }
}
