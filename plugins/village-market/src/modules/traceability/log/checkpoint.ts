import { fromBase64 } from "./signed-note"

/** A tree of a log as it is signed: C2SP tlog-checkpoint. */
export type Checkpoint = { origin: string; size: bigint; root: Buffer }

/** The text that is signed: origin, decimal size and root in base64, each on its line. */
export const checkpointText = ({ origin, size, root }: Checkpoint) => `${origin}\n${size}\n${root.toString("base64")}\n`

/** Reads a checkpoint's text, extension lines or not; undefined when it has not the form. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, base64] = text.split("\n")
  const root = base64 === undefined ? undefined : fromBase64(base64)
  if (!origin || size === undefined || !/^(0|[1-9]\d*)$/.test(size) || root?.length !== 32) return undefined
  return text.endsWith("\n") ? { origin, size: BigInt(size), root } : undefined
}
