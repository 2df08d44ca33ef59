import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import axios, { isAxiosError } from "axios"
import type { StoredCheckpoint } from "./checkpoints"
import { findCosignature } from "./cosignature"
import type { Witness } from "./log-key"
import { readConsistencyProof } from "./read-tree"

/**
 * What became of a call: `behind` tells the size the witness last saw, `refused` is its no, `unreachable` no answer at
 * all, after which it may have cosigned or not.
 */
export type WitnessOutcome =
  | { outcome: "cosigned" }
  | { outcome: "behind"; detail: string }
  | { outcome: "refused" | "unreachable"; detail: string }

const TIMEOUT_MS = 10_000
const LONGEST_ANSWER = 64 * 1024

/**
 * Asks a witness to cosign (C2SP tlog-witness, `add-checkpoint`) and keeps its line. The call is stored before it is made.
 * A witness that has seen another size than we think is asked once more, from there; whatever fails leaves the
 * checkpoint without its line, to be asked for again.
 */
export async function askWitness(pg: Knex, witness: Witness, checkpoint: StoredCheckpoint): Promise<WitnessOutcome> {
  const known = await pg("log_cosignature").where({ checkpoint_id: checkpoint.id, witness: witness.vkey }).first("line")
  if (known) return { outcome: "cosigned" }
  const first = await ask(pg, witness, checkpoint, await sizeSeen(pg, witness))
  return first.outcome === "behind" ? ask(pg, witness, checkpoint, BigInt(first.detail)) : first
}

/** The size this witness last cosigned, as far as we know; 0 for none. */
async function sizeSeen(pg: Knex, { vkey }: Witness): Promise<bigint> {
  const [seen] = await pg("log_cosignature as s")
    .join("log_checkpoint as c", "c.id", "s.checkpoint_id")
    .where("s.witness", vkey)
    .max<{ max: string | null }[]>("c.size")
  return BigInt(seen?.max ?? 0)
}

async function ask(pg: Knex, witness: Witness, checkpoint: StoredCheckpoint, old: bigint): Promise<WitnessOutcome> {
  const proof = old > 0n && old < checkpoint.size ? await readConsistencyProof(pg, old, checkpoint.size) : []
  const body = addCheckpointBody(old, proof, checkpoint.note)
  const [call] = await pg("log_witness_call")
    .insert({ checkpoint_id: checkpoint.id, witness: witness.vkey, old_size: `${old}` })
    .returning<{ id: string }[]>("id")
  const found = await post(witness, body, old, checkpoint)
  await pg.transaction(async (trx) => {
    if (found.outcome === "cosigned")
      await trx("log_cosignature")
        .insert({ checkpoint_id: checkpoint.id, witness: witness.vkey, line: found.line, cosigned_at: found.time })
        .onConflict(["checkpoint_id", "witness"])
        .ignore()
    await trx("log_witness_call")
      .where({ id: call?.id })
      .update({
        answered_at: found.outcome === "unreachable" ? null : trx.fn.now(),
        outcome: found.outcome,
        detail: found.outcome === "cosigned" ? null : found.detail,
      })
  })
  return found
}

type Answer =
  | (WitnessOutcome & { outcome: "behind" | "refused" | "unreachable" })
  | (Cosigned & { outcome: "cosigned" })
type Cosigned = { line: string; time: Date }

async function post(
  { url, key }: Witness,
  body: string,
  old: bigint,
  { note, size }: StoredCheckpoint,
): Promise<Answer> {
  try {
    const { status, data, headers } = await axios.post<string>(`${url}/add-checkpoint`, body, {
      headers: { "content-type": "text/plain; charset=utf-8" },
      ...{ timeout: TIMEOUT_MS, signal: AbortSignal.timeout(TIMEOUT_MS), maxRedirects: 0 },
      ...{ maxContentLength: LONGEST_ANSWER, responseType: "text", transformResponse: (text: string) => text },
      validateStatus: () => true,
    })
    if (status === 200) {
      const line = findCosignature(note + data, key)
      return line
        ? { outcome: "cosigned", ...line }
        : { outcome: "refused", detail: "no valid cosignature in the answer" }
    }
    const told = String(headers["content-type"]).startsWith("text/x.tlog.size")
      ? /^(\d{1,19})\n$/.exec(data)?.[1]
      : undefined
    if (status === 409 && told !== undefined && BigInt(told) !== old && BigInt(told) <= size)
      return { outcome: "behind", detail: told }
    return { outcome: "refused", detail: `${status} ${data.slice(0, 200)}` }
  } catch (error) {
    if (!isAxiosError(error)) throw error
    return { outcome: "unreachable", detail: String(error.code ?? error.message) }
  }
}

/** The body of `add-checkpoint`: old size, consistency proof, empty line, checkpoint. */
export const addCheckpointBody = (old: bigint, proof: Buffer[], note: string) =>
  `old ${old}\n${proof.map((hash) => `${hash.toString("base64")}\n`).join("")}\n${note}`
