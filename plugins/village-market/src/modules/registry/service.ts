import { MedusaService } from "@medusajs/framework/utils"
import { AuditEntry } from "./models/audit-entry"
import { CollectionPoint } from "./models/collection-point"
import { CommissionRate } from "./models/commission-rate"
import { Commune } from "./models/commune"
import { Consent } from "./models/consent"
import { CraftVillage } from "./models/craft-village"
import { Evidence } from "./models/evidence"
import { FormerUnit } from "./models/former-unit"
import { Gs1Prefix } from "./models/gs1-prefix"
import { Industry } from "./models/industry"
import { LoginCode } from "./models/login-code"
import { Official } from "./models/official"
import { OrderTimeLimit } from "./models/order-time-limit"
import { PasswordTry } from "./models/password-try"
import { Producer } from "./models/producer"
import { ProducerMember } from "./models/producer-member"
import { Province } from "./models/province"
import { ShippingRate } from "./models/shipping-rate"
import { ShippingRegion } from "./models/shipping-region"
import { TaxMethod } from "./models/tax-method"
import { VatRate } from "./models/vat-rate"
import { WithholdingRate } from "./models/withholding-rate"

/** Places, people and what they vouch for. */
export class RegistryService extends MedusaService({
  Province,
  Commune,
  FormerUnit,
  CraftVillage,
  Industry,
  Producer,
  ProducerMember,
  Consent,
  Official,
  Evidence,
  Gs1Prefix,
  AuditEntry,
  LoginCode,
  PasswordTry,
  TaxMethod,
  VatRate,
  ShippingRate,
  ShippingRegion,
  CollectionPoint,
  CommissionRate,
  WithholdingRate,
  OrderTimeLimit,
}) {}
