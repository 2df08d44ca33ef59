import { QUESTION_ORDER, type Question } from "../../../../modules/catalogue/listing-form"

/** The screens of posting in their order. */
export const SCREENS = ["photo", ...QUESTION_ORDER, "preview"] as const
export type Screen = (typeof SCREENS)[number]

export const isQuestion = (screen: string): screen is Question => QUESTION_ORDER.some((question) => question === screen)

export const nextScreen = (screen: Screen): Screen => SCREENS[SCREENS.indexOf(screen) + 1] ?? "preview"

export const previousScreen = (screen: Screen): Screen => SCREENS[SCREENS.indexOf(screen) - 1] ?? "photo"
