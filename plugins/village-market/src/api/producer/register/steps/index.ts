import { helperStep, makesStep, nameStep, storyStep } from "./about-shop"
import { communeStep, villageStep } from "./place"
import { originStep, taxStep } from "./proof"
import { STEP_SLUGS, type StepSlug } from "./slugs"
import type { Step } from "./step"

const STEPS: Record<Exclude<StepSlug, "summary">, Step> = {
  name: nameStep,
  commune: communeStep,
  village: villageStep,
  makes: makesStep,
  origin: originStep,
  tax: taxStep,
  helper: helperStep,
  story: storyStep,
}

/** The questions before the summary; `story` comes after it and is not counted. */
const ASKED = STEP_SLUGS.slice(0, STEP_SLUGS.indexOf("summary"))

export function findStep(slug: unknown) {
  const known = STEP_SLUGS.find((candidate) => candidate === slug)
  if (!known || known === "summary") return undefined
  const index = ASKED.indexOf(known)
  return { slug: known, step: STEPS[known], number: index + 1, of: ASKED.length }
}

/** Where an answer leads: back to where the change was asked for, else to the next question. */
export function after(slug: StepSlug, back: unknown) {
  if (back === "profile" || slug === "story") return "/producer/profile"
  if (back === "summary") return "/producer/register/summary"
  return `/producer/register/${STEP_SLUGS[STEP_SLUGS.indexOf(slug) + 1] ?? "summary"}`
}

export function before(slug: StepSlug, back: unknown) {
  if (back === "profile" || slug === "story") return "/producer/profile"
  if (back === "summary") return "/producer/register/summary"
  const previous = STEP_SLUGS[STEP_SLUGS.indexOf(slug) - 1]
  return previous ? `/producer/register/${previous}` : "/producer"
}
