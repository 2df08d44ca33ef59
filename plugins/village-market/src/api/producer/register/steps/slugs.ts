/** The questions of the registration in their order; `story` is asked in the profile only. */
export const STEP_SLUGS = [
  "name",
  "commune",
  "village",
  "makes",
  "origin",
  "tax",
  "helper",
  "summary",
  "story",
] as const
export type StepSlug = (typeof STEP_SLUGS)[number]
