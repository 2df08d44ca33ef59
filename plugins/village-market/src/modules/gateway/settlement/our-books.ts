import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { KnownLine, OurBooks } from "./compare-lines"

/** VNPay names the moment of a payment on its clock; elsewhere it is when the notice came. Vietnam is UTC+7 all year. */
export const PAID_DAY = `case when p.pay_date ~ '^[0-9]{14}$' then to_date(left(p.pay_date, 8), 'YYYYMMDD')
  else (p.decided_at at time zone interval '7 hours')::date end`
export const REFUNDED_DAY = "(r.decided_at at time zone interval '7 hours')::date"

type Asked = { provider: string; refs: string[]; from: string; to: string }
type Row = { txn_ref: string; amount: string; transaction_no: string | null; state: string; day: string | null }

/** Our payments and refunds that a file names, and all of the days it covers. */
export async function ourBooks(db: Knex, { provider, refs, from, to }: Asked): Promise<OurBooks> {
  const payments = await db.raw<{ rows: Row[] }>(
    `select * from (select p.txn_ref, p.amount, p.transaction_no, p.state, (${PAID_DAY})::text as day
       from payment_attempt p where p.provider = ? and (p.txn_ref = any(?) or p.state = 'captured')) found
     where txn_ref = any(?) or day between ? and ?`,
    [provider, refs, refs, from, to],
  )
  const refunds = await db.raw<{ rows: Row[] }>(
    `select * from (select p.txn_ref, r.amount, r.transaction_no, r.state, (${REFUNDED_DAY})::text as day
       from refund_attempt r join payment_attempt p on p.id = r.payment_attempt_id where p.provider = ?) found
     where txn_ref = any(?) or day between ? and ?`,
    [provider, refs, from, to],
  )
  const common = ({ txn_ref, amount, transaction_no, day }: Row) => ({
    ...{ txnRef: txn_ref, amount: Number(amount), transactionNo: transaction_no, day: day ?? "" },
  })
  return {
    payments: payments.rows.map((row) => ({ ...common(row), captured: row.state === "captured" })),
    refunds: refunds.rows.map((row) => ({ ...common(row), confirmed: row.state === "confirmed" })),
  }
}

/** The lines of all files about these payments, and all of these days. */
export async function knownLines(db: Knex, { provider, refs, from, to }: Asked): Promise<KnownLine[]> {
  const { rows } = await db.raw<{
    rows: (Omit<KnownLine, "txnRef" | "transactionNo" | "amount"> & {
      txn_ref: string
      transaction_no: string
      amount: string
    })[]
  }>(
    `select kind, txn_ref, transaction_no, amount, status from settlement_line
     where provider = ? and (txn_ref = any(?) or day between ?::date - 1 and ?::date + 1)`,
    [provider, refs, from, to],
  )
  return rows.map(({ txn_ref, transaction_no, amount, ...line }) => ({
    ...{ ...line, txnRef: txn_ref, transactionNo: transaction_no, amount: Number(amount) },
  }))
}
