import { fold } from "../web/format"

const wordsOf = (text: string) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/**
 * "đồng" and "đông" fold to the same letters. Hits that hold more of the query's words with the very accents it was
 * typed with come first; the order is otherwise kept, and entirely so for a query without accents.
 */
export function exactAccentsFirst<T extends { words: string }>(q: string, hits: T[]): T[] {
  const accented = wordsOf(q).filter((word) => fold(word) !== word)
  if (accented.length === 0) return hits
  const score = ({ words }: T) => {
    const held = new Set(wordsOf(words))
    return accented.filter((word) => held.has(word)).length
  }
  return hits
    .map((hit, rank) => ({ hit, rank, score: score(hit) }))
    .sort((a, b) => b.score - a.score || a.rank - b.rank)
    .map(({ hit }) => hit)
}
