import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Alarm, markTold, openAlarms, untoldAlarms, watchWaiting } from "./alarms"
import { type Orphan, orphans, settleNow } from "./orphans"
import type { PaymentAttempt } from "./rows"
import { settlementFile, settlementFiles } from "./settlement/files"
import { importSettlement, type NewSettlementFile } from "./settlement/import-file"
import { openStrayNotices } from "./stray-notices"
import { listTasks, type ReconciliationTask, solveTask, withdrawTask } from "./tasks"
import { type AskedAttempt, askAgainIn, askAllNow, claimToAsk, markNeverPaid } from "./to-ask"

/** That no payment is lost: what is asked about, what has no place yet, what waits too long, what a person clears up. */
export class Reconciliation {
  readonly #db: Knex

  constructor(db: Knex) {
    this.#db = db
  }

  /** See `to-ask.ts`: attempts without a final answer that the gateway is asked about. */
  claimToAsk = (of: { providers: readonly string[]; after: number }): Promise<AskedAttempt | undefined> =>
    claimToAsk(this.#db, of)
  askAgainIn = (id: string, seconds: number) => askAgainIn(this.#db, id, seconds)
  askAllNow = () => askAllNow(this.#db)
  markNeverPaid = (attempt: PaymentAttempt) => markNeverPaid(this.#db, attempt)

  openStrayNotices = () => openStrayNotices(this.#db)

  /** See `orphans.ts`: captured money that is neither in an order nor back with the buyer. */
  orphans = (which?: { id?: string; limit?: number }): Promise<Orphan[]> => orphans(this.#db, which)
  settleNow = (id: string) => settleNow(this.#db, id)

  /** See `alarms.ts`: what has waited too long. */
  watchWaiting = (hours: number) => watchWaiting(this.#db, hours)
  untoldAlarms = (): Promise<Alarm[]> => untoldAlarms(this.#db)
  markTold = (ids: string[]) => markTold(this.#db, ids)
  openAlarms = (): Promise<Alarm[]> => openAlarms(this.#db)

  /** See `settlement/import-file.ts`. */
  importSettlement = (file: NewSettlementFile) => importSettlement(this.#db, file)
  settlementFiles = () => settlementFiles(this.#db)
  settlementFile = (id: string) => settlementFile(this.#db, id)

  /** See `tasks.ts`: what a person has to look into. */
  withdrawTask = (key: string, note: string) => withdrawTask(this.#db, key, note)
  solveTask = (id: string, how: { by: string; note: string }) => solveTask(this.#db, id, how)
  tasks = (which?: { solved?: boolean; limit?: number }): Promise<ReconciliationTask[]> => listTasks(this.#db, which)
}
