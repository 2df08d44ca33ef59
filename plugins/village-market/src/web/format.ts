import type { Language } from "./language"

const LOCALE = { vi: "vi-VN", en: "en-GB" } as const
const ZONE = "Asia/Ho_Chi_Minh"

/** Whole đồng, e.g. `1.250.000 ₫`. */
export const money = (lang: Language, dong: number | bigint) =>
  new Intl.NumberFormat(LOCALE[lang], { style: "currency", currency: "VND", maximumFractionDigits: 0 }).format(dong)

export const number = (lang: Language, value: number) => new Intl.NumberFormat(LOCALE[lang]).format(value)

const DAY = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: ZONE } as const

/** dd/mm/yyyy on the clock of Vietnam (UTC+7). */
export const date = (lang: Language, when: Date | string) =>
  new Intl.DateTimeFormat(LOCALE[lang], DAY).format(new Date(when))

export const dateTime = (lang: Language, when: Date | string) =>
  new Intl.DateTimeFormat(LOCALE[lang], { ...DAY, hour: "2-digit", minute: "2-digit" }).format(new Date(when))

/** Orders names as a reader of the language expects: đ after d, marks after letters. */
export const byName = (lang: Language) => new Intl.Collator(LOCALE[lang], { numeric: true }).compare

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
