import { MedusaServiceModelObjectsSymbol } from "@medusajs/framework/utils"
import stock from "@medusajs/medusa/promotion"

const models: Record<string, unknown> = Reflect.get(stock.service, MedusaServiceModelObjectsSymbol)

/** Medusa's own models: this module adds none and keeps its tables. */
export const {
  Promotion,
  ApplicationMethod,
  Campaign,
  CampaignBudget,
  CampaignBudgetUsage,
  PromotionRule,
  PromotionRuleValue,
} = models
