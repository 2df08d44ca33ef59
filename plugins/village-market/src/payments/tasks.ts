import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GATEWAY } from "../modules/gateway"
import type { NewTask } from "../modules/gateway/tasks"

/** Puts something among the operator's tasks ("Việc đối soát"), once. Within a transaction use `modules/gateway/tasks.ts`. */
export async function openTask(container: MedusaContainer, task: NewTask): Promise<boolean> {
  const opened = await container.resolve(GATEWAY).openTask(task)
  if (opened) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(`Reconciliation: ${task.kind} of ${task.subject} is for the operator to look into`)
  }
  return opened
}
