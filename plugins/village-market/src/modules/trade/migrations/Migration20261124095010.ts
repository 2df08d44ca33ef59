import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Lines sold ahead of a harvest: the window that gave the places and the day that was promised, frozen at the sale.
 * How many places of a window are taken is counted over these lines and nowhere written down.
 */
export class Migration20261124095010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists ahead_line (
        line_id text primary key references producer_order_line (id) on delete cascade,
        window_id text not null,
        expected_on date not null
      );
      create index if not exists ahead_line_of_window on ahead_line (window_id);
    `)
  }

  override async down(): Promise<void> {
    this.addSql("drop table if exists ahead_line;")
  }
}
