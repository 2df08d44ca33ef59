/**
 * SQL over `part`: money for its basket is there, is being looked into, or has come to the bank's account and waits for
 * a person to place it. What goes back holds nothing.
 */
export const PAID_OR_CLAIMED = `exists (
  select from payment_attempt a where a.cart_id = part.cart_id and (
    a.state = 'review' or a.state = 'captured' and a.completion <> 'refund_due'
    or a.state = 'pending' and exists (
      select from bank_decision d where d.attempt_id = a.id and d.kind = 'review' and not exists (
        select from bank_decision later where later.transaction_id = d.transaction_id and later.number > d.number
      )
    )
  )
)`
