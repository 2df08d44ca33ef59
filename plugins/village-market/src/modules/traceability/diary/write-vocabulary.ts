import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type CraftStep, OWN_WORDS, wordId } from "./vocabulary"

type NewWord = Omit<CraftStep, "id" | "position" | "hidden">

/** Adds a word at the end of its family, under an id made of its English name; an id that was ever used gets a number. */
export async function addWord(pg: Knex, word: NewWord): Promise<string> {
  const name = wordId(word.en)
  const base = /^[a-z]/.test(name) ? name : `step-${name || "new"}`
  for (let n = 1; n < 100; n++) {
    const id = n === 1 ? base.slice(0, 40) : `${base.slice(0, 36)}-${n}`
    if (id.length < 2 || OWN_WORDS.some((own) => own.id === id)) continue
    const made = await pg("craft_step")
      .insert({
        ...word,
        id,
        position: pg.raw("(select coalesce(max(position), -1) + 1 from craft_step where family = ?)", [word.family]),
      })
      .onConflict("id")
      .ignore()
      .returning("id")
    if (made.length > 0) return id
  }
  throw new MedusaError(MedusaError.Types.CONFLICT, "There are a hundred words of this name")
}

/** Whether there was such a word to change. */
export const changeWord = async (pg: Knex, id: string, change: Partial<Omit<CraftStep, "id" | "family">>) =>
  (await pg("craft_step")
    .where({ id })
    .update({ ...change, updated_at: new Date() })) === 1

/** Puts the words of a family into this order; refused unless each of them is named once. */
export const orderWords = (pg: Knex, family: string, ids: string[]): Promise<boolean> =>
  pg.transaction(async (trx) => {
    const words: { id: string }[] = await trx("craft_step").where({ family }).orderBy("id").forUpdate().select("id")
    const named = [...new Set(ids)].sort()
    if (named.length !== ids.length || JSON.stringify(named) !== JSON.stringify(words.map(({ id }) => id).sort()))
      return false
    for (const [position, id] of ids.entries())
      await trx("craft_step").where({ id }).update({ position, updated_at: new Date() })
    return true
  })
