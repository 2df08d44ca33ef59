import { COMMON, familyOf } from "./craft-families"

/**
 * A word for what was done to a lot. `biz_step` is a word of GS1's CBV 2.0 §7.1 or an address of somebody's own; null
 * means our own address, `/lot/terms#{id}`. `asks_…` say what the diary asks for with it; nothing of it is demanded.
 */
export type CraftStep = {
  /** Never changed, never used again: records of past lots carry it. */
  id: string
  /** An id of `craft-families.ts`, or `common`. */
  family: string
  vi: string
  en: string
  biz_step: string | null
  asks_amount: boolean
  asks_photo: boolean
  asks_input: boolean
  position: number
  /** No longer offered; what was recorded with it stays. */
  hidden: boolean
}

/** What a record needs of a word; it keeps both names, so a word renamed later changes nothing that is recorded. */
export type StepWord = Pick<CraftStep, "id" | "vi" | "en" | "biz_step">

/** The making of the lot itself; written by us when a lot is opened, never chosen, so it stands in no table. */
export const COMMISSIONING: StepWord = {
  id: "commissioning",
  vi: "Hoàn thành lô hàng",
  en: "Lot completed",
  biz_step: "commissioning",
}

/** A photo that reached us after its step. */
export const PHOTO_LATER: StepWord = { id: "photo", vi: "Thêm ảnh", en: "Photo added", biz_step: null }

/** From now on the lot is also known by a number of GS1; what it was called before goes on naming it. */
export const GTIN_DECLARED: StepWord = {
  id: "gtin",
  vi: "Gắn mã GTIN cho lô",
  en: "GTIN given to the lot",
  biz_step: null,
}

/** Words we write ourselves; none of them may be taken for a new word of the table. */
export const OWN_WORDS: StepWord[] = [COMMISSIONING, PHOTO_LATER, GTIN_DECLARED]

/** The steps a maker of this can choose, in the order of the work: materials first, then the craft's, then the others of every craft. */
export function stepsFor(words: CraftStep[], product: { vsic_code: string; category_id: string }): CraftStep[] {
  const family = familyOf(product)?.id
  const of = (wanted: string | undefined) =>
    words
      .filter((word) => word.family === wanted && !word.hidden)
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const common = of(COMMON)
  const first = common.filter(({ id }) => id === "materials")
  return [...first, ...of(family), ...common.filter((word) => !first.includes(word))]
}

/** An id for a new word from its English name: small letters, digits and hyphens, as our addresses have them. */
export const wordId = (en: string) =>
  en
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
