import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { offerShipping, type ProducerStore, VILLAGE_CARRIER } from "./steps/offer-shipping"

const renewStep = createStep("renew-shipping-offers", async (_: undefined, { container }) => {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: ProducerStore[] }>(
    `select p.id as producer_id, p.stock_location_id, p.shipping_profile_id from producer p
     where p.stock_location_id is not null and p.shipping_profile_id is not null and p.deleted_at is null
       and ((select count(*) from shipping_option o where o.shipping_profile_id = p.shipping_profile_id
           and o.provider_id = :ours and o.deleted_at is null) < 3
         or exists (select from shipping_option o join shipping_option_rule r on r.shipping_option_id = o.id
           where o.shipping_profile_id = p.shipping_profile_id and o.provider_id <> :ours and o.deleted_at is null
             and o.data->>'kind' is not null and r.deleted_at is null
             and r.attribute = 'enabled_in_store' and r.value = '"true"'))
     order by p.id`,
    { ours: VILLAGE_CARRIER },
  )
  for (const store of rows) await offerShipping(container, store)
  return new StepResponse({ renewed: rows.length })
})

/** Producers who began before there were prices by weight get the options they lack; repeated, it changes nothing. */
export const renewShippingOffersWorkflow = createWorkflow("renew-shipping-offers", () => {
  return new WorkflowResponse(renewStep())
})
