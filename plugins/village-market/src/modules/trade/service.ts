import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import * as tasks from "./cash-tasks"
import { type ChangeInput, changePart } from "./change-part"
import { collectByBank } from "./collect-by-bank"
import { collectCash } from "./collect-cash"
import { acknowledgeBatch, numberBatch, openBatches } from "./journal-batches"
import { type MoveInput, movePart, placeParts } from "./move-part"
import * as outbox from "./outbox"
import * as read from "./read-parts"
import { putNotice } from "./record"
import * as refunds from "./refunds-due"
import * as returns from "./return-requests"
import type { NewPart, OrderNotice, ProducerOrder } from "./rows"
import { ensureParts, removeAwaiting } from "./store-parts"
import * as cash from "./take-cash"
import * as unfinished from "./unfinished"

export type { LineLot } from "./serve-from-lots"

/**
 * Producer orders and the sales journal, written together: a change of state and its events are one transaction, so
 * neither is ever there without the other. Every writer is idempotent. What each does stands in the file it comes from.
 */
export class TradeService {
  readonly #db: Knex

  constructor({ __pg_connection__ }: { __pg_connection__: Knex }) {
    this.#db = __pg_connection__
  }

  ensureParts = (parts: NewPart[]) => ensureParts(this.#db, parts)
  removeAwaiting = (orderId: string) => removeAwaiting(this.#db, orderId)

  /** Tells the buyer once that an order waits for a transfer, and where the QR is. */
  tellOfTransfer = (part: Pick<ProducerOrder, "id" | "order_id">) =>
    putNotice(this.#db, part, { audience: "buyer", event: "transfer_due" })
  place = (orderId: string, options: { answerHours: number }) => placeParts(this.#db, orderId, options)
  move = (input: MoveInput) => movePart(this.#db, input)
  collectCash = (input: Parameters<typeof collectCash>[1]) => collectCash(this.#db, input)
  collectByBank = (input: Parameters<typeof collectByBank>[1]) => collectByBank(this.#db, input)
  change = (input: ChangeInput) => changePart(this.#db, input)
  askReturn = (partId: string, input: returns.AskReturn, by: Parameters<typeof returns.askReturn>[3]) =>
    returns.askReturn(this.#db, partId, input, by)
  answerReturn = (input: Parameters<typeof returns.answerReturn>[1], by: Parameters<typeof returns.answerReturn>[2]) =>
    returns.answerReturn(this.#db, input, by)

  listParts = (scope: read.PartScope, filter?: Parameters<typeof read.listParts>[2]) =>
    read.listParts(this.#db, scope, filter)
  countParts = (scope: read.PartScope) => read.countParts(this.#db, scope)
  findPart = (id: string, scope: read.PartScope) => read.findPart(this.#db, id, scope)
  partsOfOrder = (orderId: string) => read.partsOfOrder(this.#db, orderId)
  linesOf = (partIds: string[]) => read.linesOf(this.#db, partIds)
  actsOf = (partIds: string[]) => read.actsOf(this.#db, partIds)
  changesOf = (partIds: string[]) => read.changesOf(this.#db, partIds)
  journalOf = (partIds: string[]) => read.journalOf(this.#db, partIds)
  returnsOf = (partIds: string[]) => returns.returnsOf(this.#db, partIds)

  /** See `take-cash.ts` and `cash-tasks.ts`: what shows that cash was paid, and what a person has to look at. */
  cashCodeOf = (partId: string) => cash.cashCodeOf(this.#db, partId)
  cashTakingsOf = (partIds: string[]) => cash.cashTakingsOf(this.#db, partIds)
  cashReceiptsOf = (partIds: string[]) => cash.cashReceiptsOf(this.#db, partIds)
  addCashReceipt = (receipt: Parameters<typeof cash.addCashReceipt>[1]) => cash.addCashReceipt(this.#db, receipt)
  cashTasks = () => tasks.cashTasks(this.#db)
  answerCashTask = (id: number, answer: Parameters<typeof tasks.answerCashTask>[2]) =>
    tasks.answerCashTask(this.#db, id, answer)

  ordersToPlace = () => unfinished.ordersToPlace(this.#db)
  unfinishedHandOvers = () => unfinished.unfinishedHandOvers(this.#db)
  ordersToFollow = () => unfinished.ordersToFollow(this.#db)
  recordRepair = (orderId: string, problem: string) => unfinished.recordRepair(this.#db, orderId, problem)
  solveRepair = (orderId: string, about?: string) => unfinished.solveRepair(this.#db, orderId, about)
  unpaidOrders = (hours: number) => unfinished.unpaidOrders(this.#db, hours)
  ordersSince = (days: number) => unfinished.ordersSince(this.#db, days)
  openRepairs = () => unfinished.openRepairs(this.#db)

  putNotice = (
    part: { id: string; order_id: string },
    notice: Pick<OrderNotice, "audience" | "event"> & { mark?: string; data?: object },
  ) => putNotice(this.#db, part, notice)

  claimNotice = () => outbox.claimNotice(this.#db)
  markNoticeSent = (notice: OrderNotice) => outbox.markNoticeSent(this.#db, notice)
  putNoticeOff = (notice: OrderNotice, error: string) => outbox.putNoticeOff(this.#db, notice, error)
  noticesOf = (partId: string) => outbox.noticesOf(this.#db, partId)

  async setFulfillment(id: string, fulfillmentId: string): Promise<void> {
    await this.#db("producer_order").where({ id }).update({ fulfillment_id: fulfillmentId })
  }

  async markFollowed(changeId: string): Promise<void> {
    await this.#db("producer_order_change").where({ id: changeId }).update({ followed_at: new Date() })
  }

  /** Cash handed to producers of an order so far, whole đồng. */
  async cashCollected(orderId: string): Promise<number> {
    const row = await this.#db("producer_order").where({ order_id: orderId }).sum({ sum: "cash_collected" }).first()
    return Number(row?.sum ?? 0)
  }

  /** See `journal-batches.ts`: the shop's side of handing the journal to the warehouse. */
  numberBatch = () => numberBatch(this.#db)
  openBatches = () => openBatches(this.#db)
  acknowledgeBatch = (number: number) => acknowledgeBatch(this.#db, number)

  recordRefundDue = (due: refunds.NewRefundDue) => refunds.recordRefundDue(this.#db, due)
  refundsDue = () => refunds.refundsDue(this.#db)
  refundsOfOrder = (orderId: string) => refunds.refundsOfOrder(this.#db, orderId)
}
