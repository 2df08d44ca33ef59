import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { COUPONS } from "../modules/coupons"
import { CODE, tidyCode } from "../modules/coupons/code"
import { COUPON_KINDS } from "../modules/coupons/rows"

const MOST_OFF = 100_000_000
/** A calendar day on the clock of Vietnam, by which a coupon starts and ends. */
const Day = z.iso.date("dayWrong")

/**
 * What a coupon takes off and when; whole per cent or whole đồng. Days are inclusive, in UTC+7. Messages are keys of
 * the page's dictionary.
 */
export const CouponRule = z
  .object({
    code: z.string("codeWrong").transform(tidyCode).pipe(z.string().regex(CODE, "codeWrong")),
    kind: z.enum(COUPON_KINDS, "kindMissing"),
    value: z.number("valueWrong").int("valueWrong").positive("valueWrong").max(MOST_OFF, "valueWrong"),
    minimum: z
      .number("minimumWrong")
      .int("minimumWrong")
      .nonnegative("minimumWrong")
      .max(MOST_OFF, "minimumWrong")
      .default(0),
    max_uses: z
      .number("usesWrong")
      .int("usesWrong")
      .positive("usesWrong")
      .max(1_000_000, "usesWrong")
      .nullable()
      .default(null),
    starts_on: Day.optional(),
    ends_on: Day.nullable().default(null),
    combines: z.boolean().default(false),
  })
  .strict()
  .refine(({ kind, value }) => kind !== "percent" || value <= 90, { path: ["value"], message: "percentTooHigh" })
  // With nothing left to pay there would be no payment to make an order by.
  .refine(({ kind, value, minimum }) => kind !== "fixed" || minimum > value, {
    path: ["minimum"],
    message: "minimumTooLow",
  })
  .refine(({ starts_on, ends_on }) => !ends_on || ends_on >= (starts_on ?? today()), {
    path: ["ends_on"],
    message: "endsWrong",
  })
export type CouponRule = z.infer<typeof CouponRule>

/** The producer who funds it, or nobody: then the platform does. */
export type CreateCouponInput = CouponRule & { producer_id: string | null; by: string }

const VIETNAM = "+07:00"
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const startOf = (day: string) => new Date(`${day}T00:00:00${VIETNAM}`)
const endOf = (day: string) => new Date(startOf(day).getTime() + 24 * 3_600_000)

const createPromotionStep = createStep(
  "create-coupon-promotion",
  async ({ code, kind, value, max_uses, starts_on, ends_on }: CreateCouponInput, { container }) => {
    const promotions = container.resolve(Modules.PROMOTION)
    const [taken] = await promotions.listPromotions({ code })
    if (taken) return new StepResponse(undefined)
    const starts_at = starts_on ? startOf(starts_on) : new Date()
    const ends_at = ends_on ? endOf(ends_on) : null
    const promotion = await promotions.createPromotions({
      ...{ code, type: "standard", status: "active", is_automatic: false, is_tax_inclusive: true, limit: max_uses },
      application_method: {
        ...{ type: kind === "percent" ? "percentage" : "fixed", target_type: "items", allocation: "across" },
        ...{ value, currency_code: "vnd" },
      },
      campaign: { name: code, campaign_identifier: code, starts_at, ends_at: ends_at ?? undefined },
    })
    return new StepResponse(
      { promotion_id: promotion.id, starts_at, ends_at },
      { id: promotion.id, campaign_id: promotion.campaign_id },
    )
  },
  async (made, { container }) => {
    if (!made) return
    const promotions = container.resolve(Modules.PROMOTION)
    await promotions.deletePromotions([made.id])
    if (made.campaign_id) await promotions.deleteCampaigns([made.campaign_id])
  },
)

const addRuleStep = createStep(
  "add-coupon-rule",
  async (
    {
      input,
      made,
    }: { input: CreateCouponInput; made?: { promotion_id: string; starts_at: Date; ends_at: Date | null } },
    { container },
  ) => {
    if (!made) return new StepResponse<{ id: string | null }>({ id: null })
    const { starts_on: _start, ends_on: _end, by, producer_id, ...rule } = input
    await container.resolve(COUPONS).add({
      ...{ ...rule, producer_id, created_by: by, promotion_id: made.promotion_id },
      ...{ starts_at: new Date(made.starts_at), ends_at: made.ends_at && new Date(made.ends_at) },
      funded_by: producer_id ? "producer" : "platform",
    })
    return new StepResponse<{ id: string | null }>({ id: made.promotion_id })
  },
)

/**
 * Makes a coupon: Medusa's promotion with its code, days and limit, and our rule with its funder, which stays as it is
 * made. A promotion whose rule was never written takes nothing off. The id is null when the code is taken.
 */
export const createCouponWorkflow = createWorkflow("create-coupon", (input: CreateCouponInput) => {
  const made = createPromotionStep(input)
  return new WorkflowResponse(addRuleStep({ input, made }))
})
