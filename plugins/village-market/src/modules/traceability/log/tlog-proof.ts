import { fromBase64 } from "./signed-note"

/** An offline proof that a line stands in the log: C2SP tlog-proof, the file `*.tlog-proof`. `checkpoint` is a note. */
export type TlogProof = { index: bigint; hashes: Buffer[]; checkpoint: string }

const HEADER = "c2sp.org/tlog-proof@v1"

export const tlogProofText = ({ index, hashes, checkpoint }: TlogProof) =>
  `${HEADER}\nindex ${index}\n${hashes.map((hash) => `${hash.toString("base64")}\n`).join("")}\n${checkpoint}`

/** Reads a proof, with or without an `extra` line; undefined when it has not the form. Nothing is verified. */
export function parseTlogProof(text: string): TlogProof | undefined {
  const end = text.indexOf("\n\n")
  const [header, ...rest] = text.slice(0, Math.max(end, 0)).split("\n")
  const [first, ...lines] = rest[0]?.startsWith("extra ") ? rest.slice(1) : rest
  const [, index] = /^index (0|[1-9]\d*)$/.exec(first ?? "") ?? []
  const hashes = lines.map(fromBase64)
  const sound = hashes.filter((hash) => hash?.length === 32).filter((hash) => hash !== undefined)
  if (header !== HEADER || index === undefined || sound.length !== lines.length) return undefined
  return { index: BigInt(index), hashes: sound, checkpoint: text.slice(end + 2) }
}
