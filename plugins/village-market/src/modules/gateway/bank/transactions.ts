import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import {
  type BankDecision,
  BankDecisionRow,
  type BankTransaction,
  BankTransactionRow,
  type NewBankDecision,
  type NewBankTransaction,
  type ReviewReason,
} from "./rows"
import { isTwin, sameBankReference } from "./twin"

/** A transaction with the decision that stands about it, if there is one. */
export type Decided = { transaction: BankTransaction; decision?: BankDecision }

/** Undecided ones older than this have been given up by everybody. */
const REACH = "30 days"
/** A bank may book a day later than its customer pays; over a weekend or a feast some days later. */
const TWIN_DAYS = 1
const LATE_DAYS = 5
const DAY = 86_400_000

/** Decisions that are few and wanted often; an index knows them. */
const BY_HAND: readonly BankDecision["kind"][] = ["review", "undone", "matched"]

/** What came and went on the shop's account and what was decided about it; facts only, nothing is rewritten. */
export class BankTransactions {
  readonly #db: Knex

  constructor(db: Knex) {
    this.#db = db
  }

  /** Stores a movement. One that is known already, by what its source calls it, changes nothing. */
  async store(fact: NewBankTransaction): Promise<{ id: string; fresh: boolean }> {
    const id = generateEntityId(undefined, "bktx")
    const { source, source_id } = fact
    const rows = await this.#db("bank_transaction")
      .insert({ id, ...fact })
      .onConflict(["source", "source_id"])
      .ignore()
      .returning("id")
    if (rows.length > 0) return { id, fresh: true }
    const known = await this.#db("bank_transaction").where({ source, source_id }).first("id")
    return { id: known.id, fresh: false }
  }

  async storeStatement(statement: { file_name: string; lines: number; imported_by: string }): Promise<string> {
    const id = generateEntityId(undefined, "bkst")
    await this.#db("bank_statement").insert({ id, ...statement })
    return id
  }

  /** Movements about which nothing has been decided, but for these: SePay's first, for somebody waits, as they came. */
  async undecided(limit: number, without: string[] = []): Promise<BankTransaction[]> {
    const rows = await this.#db("bank_transaction as t")
      .whereRaw(`t.received_at > now() - interval '${REACH}'`)
      .whereRaw("not t.id = any(?)", [without])
      .whereNotExists(this.#db("bank_decision as d").whereRaw("d.transaction_id = t.id").select(this.#db.raw("1")))
      .orderBy(["t.source", "t.received_at", "t.id"])
      .limit(limit)
      .select("t.*")
    return rows.map((row) => BankTransactionRow.parse(row))
  }

  async one(id: string): Promise<Decided | undefined> {
    const [found] = await this.some([id])
    return found
  }

  async some(ids: string[], trx?: Knex): Promise<Decided[]> {
    return this.#read((query) => query.whereRaw("t.id = any(?)", [ids]), trx)
  }

  /** Movements whose standing decision is one of these, the latest first. */
  async decided(kinds: readonly BankDecision["kind"][], limit = 200): Promise<Decided[]> {
    return this.#read((query) => query.whereIn("d.kind", kinds).orderBy("t.booked_at", "desc").limit(limit))
  }

  /** Movements that wait for a person's decision, the longest waiting first. */
  async waiting(limit = 200): Promise<Decided[]> {
    const kinds = ["review", "undone"]
    return this.#read((query) =>
      query
        .whereIn("t.id", this.#db("bank_decision").whereIn("kind", BY_HAND).select("transaction_id"))
        .whereIn("d.kind", kinds)
        .orderBy(["t.received_at", "t.id"])
        .limit(limit),
    )
  }

  async #read(narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder, db = this.#db): Promise<Decided[]> {
    const latest = db.raw(
      `lateral (select d.* from bank_decision d where d.transaction_id = t.id order by d.number desc limit 1) d`,
    )
    const query = db("bank_transaction as t").joinRaw(`left join ${latest} on true`)
    const rows: { t: object; d: object | null }[] = await narrow(query).select(
      db.raw("to_jsonb(t) as t, to_jsonb(d) as d"),
    )
    return rows.map(({ t, d }) => ({
      transaction: BankTransactionRow.parse(withDates(t, ["booked_at", "received_at"])),
      decision: d ? BankDecisionRow.parse(withDates(d, ["decided_at"])) : undefined,
    }))
  }

  /** How many đồng came that name an attempt and wait for a person's decision. */
  async lookedAtFor(attemptId: string): Promise<number> {
    const named = await this.#read((query) =>
      query
        .whereIn("t.id", this.#db("bank_decision").where({ attempt_id: attemptId }).select("transaction_id"))
        .where("d.attempt_id", attemptId)
        .where("d.kind", "review"),
    )
    return named.reduce((sum, { transaction }) => sum + transaction.amount, 0)
  }

  /** All that was decided about a movement, in order. */
  async history(id: string): Promise<BankDecision[]> {
    const rows = await this.#db("bank_decision").where({ transaction_id: id }).orderBy("number")
    return rows.map((row) => BankDecisionRow.parse(row))
  }

  /**
   * Adds a decision after the one that was seen (0 for none). False if somebody has decided meanwhile: nothing is
   * written then. With `trx` it is part of that transaction.
   */
  async decide(decision: NewBankDecision, seen: number, trx: Knex = this.#db): Promise<boolean> {
    const rows = await trx("bank_decision")
      .insert({ id: generateEntityId(undefined, "bkdc"), number: seen + 1, ...decision })
      .onConflict()
      .ignore()
      .returning("id")
    return rows.length > 0
  }

  /** What operators have matched to attempts that are not paid yet, by attempt, each movement in the order it was decided. */
  async matchedUnpaid(): Promise<{ attempt_id: string; transfers: BankTransaction[] }[]> {
    const found = await this.#read((query) =>
      query
        .join("payment_attempt as a", "a.id", "d.attempt_id")
        .whereIn("t.id", this.#db("bank_decision").where({ kind: "matched" }).select("transaction_id"))
        .where("d.kind", "matched")
        .andWhere((still) =>
          still
            .where("a.state", "pending")
            .orWhereNotExists(
              this.#db("bank_decision as m")
                .whereRaw("m.attempt_id = a.id and m.kind = 'matched' and m.transaction_id = a.transaction_no")
                .select(this.#db.raw("1")),
            ),
        )
        .orderBy(["d.decided_at", "t.booked_at", "t.id"]),
    )
    const groups = new Map<string, BankTransaction[]>()
    for (const { transaction, decision } of found) {
      const key = decision?.attempt_id ?? ""
      groups.set(key, [...(groups.get(key) ?? []), transaction])
    }
    return [...groups].map(([attempt_id, transfers]) => ({ attempt_id, transfers }))
  }

  /** A decision could not be carried out: somebody decides anew. */
  async reopen(id: string, reason: ReviewReason, attempt_id: string, trx: Knex): Promise<void> {
    const [found] = await this.some([id], trx)
    const decision = { transaction_id: id, kind: "review" as const, reason, attempt_id, decided_by: "system" }
    await this.decide(decision, found?.decision?.number ?? 0, trx)
  }

  /**
   * The movement the other source tells of this one: same account, direction and amount, and either the bank's reference
   * agrees and some days lie between at most, or the content does, booked the same day or the next. Each has one twin at most.
   */
  async twin(of: BankTransaction): Promise<BankTransaction | undefined> {
    const rows = await this.#db("bank_transaction as t")
      .where({ account: of.account, direction: of.direction, amount: of.amount })
      .whereNot({ source: of.source })
      .whereRaw(
        "t.booked_at between ?::timestamptz - make_interval(days => ?) and ?::timestamptz + make_interval(days => ?)",
        [of.booked_at, LATE_DAYS, of.booked_at, LATE_DAYS],
      )
      .whereRaw("(t.received_at, t.id) < (?, ?)", [of.received_at, of.id])
      .whereNotExists(
        this.#db("bank_decision as d")
          .whereRaw("d.same_as = t.id or (d.transaction_id = t.id and d.kind = 'same')")
          .select(this.#db.raw("1")),
      )
      .orderBy(["t.booked_at", "t.id"])
      .select("t.*")
    const others = rows.map((row) => BankTransactionRow.parse(row))
    const near = (other: BankTransaction) =>
      Math.abs(other.booked_at.getTime() - of.booked_at.getTime()) <= TWIN_DAYS * DAY
    return (
      others.find((other) => sameBankReference(of, other)) ?? others.find((other) => near(other) && isTwin(of, other))
    )
  }
}

const withDates = (row: object, names: string[]) => ({
  ...row,
  ...Object.fromEntries(
    Object.entries(row)
      .filter(([name, value]) => names.includes(name) && typeof value === "string")
      .map(([name, value]) => [name, new Date(value)]),
  ),
})
