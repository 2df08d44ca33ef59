import type { Language } from "./language"

const LOCALE = { vi: "vi-VN", en: "en-GB" } as const
const ZONE = "Asia/Ho_Chi_Minh"

/** Making a formatter takes a hundred times as long as using it, and a page uses one a hundred times. */
const forBoth = <T>(make: (locale: string) => T) => ({ vi: make(LOCALE.vi), en: make(LOCALE.en) })

const DAY = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: ZONE } as const
const moneys = forBoth(
  (locale) => new Intl.NumberFormat(locale, { style: "currency", currency: "VND", maximumFractionDigits: 0 }),
)
const numbers = forBoth((locale) => new Intl.NumberFormat(locale))
const dates = forBoth((locale) => new Intl.DateTimeFormat(locale, DAY))
const times = forBoth((locale) => new Intl.DateTimeFormat(locale, { ...DAY, hour: "2-digit", minute: "2-digit" }))
const clocks = forBoth(
  (locale) =>
    new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: ZONE }),
)
const names = forBoth((locale) => new Intl.Collator(locale, { numeric: true }))

/** Whole đồng, e.g. `1.250.000 ₫`. */
export const money = (lang: Language, dong: number | bigint) => moneys[lang].format(dong)

export const number = (lang: Language, value: number) => numbers[lang].format(value)

/** A weight as people say it: grams below a kilogram, else kilograms with one decimal. */
export const weight = (lang: Language, grams: number) =>
  grams < 1000 ? `${number(lang, grams)} g` : `${number(lang, Math.round(grams / 100) / 10)} kg`

/** dd/mm/yyyy on the clock of Vietnam (UTC+7). */
export const date = (lang: Language, when: Date | string) => dates[lang].format(new Date(when))

export const dateTime = (lang: Language, when: Date | string) => times[lang].format(new Date(when))

/** hh:mm:ss on the clock of Vietnam, for what changes while somebody waits. */
export const timeOfDay = (lang: Language, when: Date) => clocks[lang].format(when)

/** Orders names as a reader of the language expects: đ after d, marks after letters. */
export const byName = (lang: Language) => names[lang].compare

/** "Gạo tám Hải Hậu" → "gao tam hai hau": for comparing what people type without marks. */
export const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐÐ]/g, "d")
    .toLowerCase()
    .trim()

/** A name as a part of an address: "Nước mắm Sa Châu" → "nuoc-mam-sa-chau". */
export const slug = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
