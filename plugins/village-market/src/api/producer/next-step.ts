import { missingFields, type RequiredField } from "../../modules/registry/profile"
import type { ProducerRow } from "./profile-view"
import type { StepSlug } from "./register/steps/slugs"

/** The screen on which each required answer is given. */
export const STEP_OF = {
  name: "name",
  kind: "name",
  commune_code: "commune",
  makes: "makes",
  origin: "origin",
} as const satisfies Record<RequiredField, StepSlug>

/** The first question still open, so that a registration goes on where it was left. */
export function nextStep(producer: ProducerRow): StepSlug {
  const [first] = missingFields(producer)
  return first ? STEP_OF[first] : "summary"
}
