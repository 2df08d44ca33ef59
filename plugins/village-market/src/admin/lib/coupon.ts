/** A coupon as `GET /admin/coupons` shows it; amounts in whole đồng. */
export type Coupon = {
  id: string
  code: string
  state: "coming" | "running" | "used_up" | "over" | "stopped"
  funded_by: "platform" | "producer"
  producer_name: string | null
  kind: "percent" | "fixed"
  value: number
  minimum: number
  max_uses: number | null
  used: number
  orders: number
  spent: number
  starts_at: string
  ends_at: string | null
}
export type Spend = { funder: string; name: string | null; coupons: number; orders: number; spent: number }
