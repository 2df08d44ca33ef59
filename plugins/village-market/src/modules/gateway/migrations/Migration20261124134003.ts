import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A stall sale gets its Medusa session when it was paid, for its order is made then. */
export class Migration20261124134003 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table payment_attempt drop constraint if exists payment_attempt_subject;
      alter table payment_attempt add constraint payment_attempt_subject check (
        (purpose = 'basket') = (subject_id is null) and (purpose <> 'basket' or session_id is not null)
        and (purpose <> 'door' or session_id is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`
      alter table payment_attempt drop constraint if exists payment_attempt_subject;
      alter table payment_attempt add constraint payment_attempt_subject check (
        (purpose = 'basket') = (session_id is not null) and (purpose = 'basket') = (subject_id is null)) not valid;`)
  }
}
