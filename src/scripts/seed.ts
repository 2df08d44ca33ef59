import { join } from "node:path"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { readReferenceData } from "medusa-plugin-village-market/modules/registry/reference-data"
import { importReferenceDataWorkflow, renewShippingOffersWorkflow } from "medusa-plugin-village-market/workflows"
import { seedCollectionPoints } from "./seed/collection-points"
import { readDemo, writeDemo } from "./seed/demo-file"
import { seedListings } from "./seed/listings"
import { seedLogins } from "./seed/logins"
import { seedPhotos } from "./seed/photos"
import { seedProducers } from "./seed/producers"
import { createProgress } from "./seed/progress"
import { seedSaleWindows } from "./seed/sale-windows"
import { seedShop, seedTaxRegion, seedWaysToPay } from "./seed/shop"

/**
 * Brings in the reference data and what Medusa needs to sell in Viet Nam; with DEMO_MODE=true also a demonstration with
 * logins, sellers and products, whose logins go to `demo.json` in LOCAL_DIR. Every part adds only what is missing, so
 * it may be run again, also after it was broken off.
 */
export default async function seed({ container }: ExecArgs) {
  const dataDir = process.env.DATA_DIR ?? join(process.cwd(), "data")
  const localDir = process.env.LOCAL_DIR ?? join(process.cwd(), ".local")
  const step = createProgress()

  await step(
    "Reference data",
    () => importReferenceData(container, dataDir),
    ({ added, changed, same }) => `${added} rows added, ${changed} changed, ${same} the same`,
  )
  const shop = await step("Viet Nam, đồng, sales channel and key", () => seedShop(container))
  await step("Tax region", () => seedTaxRegion(container))
  await step(
    "Ways to pay",
    () => seedWaysToPay(container, shop.region_id),
    (ways) => ways.join(", "),
  )
  if (process.env.DEMO_MODE === "true") await seedDemo()
  await step(
    "Ways of delivery of shops from before",
    async () => (await renewShippingOffersWorkflow(container).run()).result,
    ({ renewed }) => `${renewed} renewed`,
  )
  // A script hears no events, so what this one or one broken off wrote is brought into the search by hand.
  await step("Search", () => container.resolve(Modules.SEARCH).reindex())

  async function seedDemo() {
    const read = await readReferenceData(dataDir)
    if (!read.ok) throw new Error(read.report)
    const logins = await step("Logins of operator and officials", () => seedLogins(container, readDemo(localDir)))
    const { producers } = await step(
      "Sellers",
      () => seedProducers(container),
      ({ added }) => `${added} added`,
    )
    await step(
      "Collection points",
      () => seedCollectionPoints(container),
      ({ added }) => `${added} added`,
    )
    // Before the long part: whoever breaks it off has the logins all the same.
    const gateways = { vnpay: vnpayTerminal(), sepay: sepaySecret(), stripe: stripeStandIn() }
    writeDemo(localDir, { ...shop, ...logins, producers, ...gateways })
    await step(
      "Products",
      () => seedListings(container, read.data),
      ({ added, same }) => `${added} added, ${same} there`,
    )
    await step(
      "Goods sold ahead of their harvest",
      () => seedSaleWindows(container),
      ({ added }) => `${added} added`,
    )
    await step(
      "Drawings in place of photos",
      () => seedPhotos(container, read.data),
      ({ added, same }) => `${added} added, ${same} there`,
    )
  }
}

async function importReferenceData(container: MedusaContainer, dir: string) {
  const { result } = await importReferenceDataWorkflow(container).run({ input: { dir } })
  const sum = (key: "added" | "changed" | "same") =>
    Object.values(result).reduce((total, count) => total + count[key], 0)
  return { added: sum("added"), changed: sum("changed"), same: sum("same") }
}

/** For scripts that play VNPay; a demonstration's terminal is known to everybody. */
function vnpayTerminal() {
  const { VNPAY_TMN_CODE: tmn_code, VNPAY_HASH_SECRET: hash_secret } = process.env
  return tmn_code && hash_secret ? { tmn_code, hash_secret } : undefined
}

/** For scripts that play SePay. */
function sepaySecret() {
  const { SEPAY_WEBHOOK_SECRET: webhook_secret } = process.env
  return webhook_secret ? { webhook_secret } : undefined
}

/** For scripts that play Stripe; not the secret of an account at Stripe itself. */
function stripeStandIn() {
  const { STRIPE_SECRET_KEY: account, STRIPE_WEBHOOK_SECRET: webhook_secret } = process.env
  return webhook_secret && !account ? { webhook_secret } : undefined
}
