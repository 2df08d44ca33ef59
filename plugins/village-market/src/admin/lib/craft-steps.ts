export const ASKS = ["asks_amount", "asks_photo", "asks_input"] as const

export type Word = {
  id: string
  vi: string
  en: string
  biz_step: string | null
  hidden: boolean
} & Record<(typeof ASKS)[number], boolean>
export type Family = { id: string; vi: string; en: string; words: Word[] }

/** The ids of a family's words with one of them a place further up. */
export const movedUp = (words: Word[], id: string) => {
  const ids = words.map((word) => word.id)
  const at = ids.indexOf(id)
  const before = ids[at - 1]
  return before === undefined ? ids : ids.map((other, n) => (n === at ? before : n === at - 1 ? id : other))
}
