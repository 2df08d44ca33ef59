/** The check that runs in the buyer's browser, for the specs. Hashes are bytes, sizes BigInt. */
export type Tree = { size: bigint; root: Uint8Array }
export type Checkpoint = Tree & { origin: string }
export type HandedRecord = { index: number; record?: unknown; salt?: string; entry: string; tlog_proof: string }

export function canonical(value: unknown): string
export function entryOf(record: unknown, salt: string): Promise<Uint8Array>
export function leafOf(entry: Uint8Array): Promise<Uint8Array>
export function isIncluded(
  index: bigint,
  size: bigint,
  leaf: Uint8Array,
  proof: Uint8Array[],
  root: Uint8Array,
): Promise<boolean>
export function isConsistent(first: Tree, second: Tree, proof: Uint8Array[]): Promise<boolean>
export function openCheckpoint(note: string, vkey: string): Promise<Checkpoint | undefined>
export function checkRecord(
  handed: HandedRecord,
  vkey: string,
): Promise<{ outcome: "intact" | "erased" | "mismatch"; checkpoint: Checkpoint | undefined }>
export function canCheck(): Promise<boolean>
