import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { parseCheckpoint } from "./checkpoint"
import type { StoredCheckpoint } from "./checkpoints"
import { parseNote } from "./signed-note"

/** `differs`: the folder holds a checkpoint of this size with another root. Somebody has rewritten the log. */
export type Exported = "written" | "known" | "differs"

/**
 * Writes a checkpoint into a folder, once: a file that is there is never opened for writing again. Its name is the size,
 * so that a log that was rewritten meets what it said before.
 */
export async function exportCheckpoint(folder: string, { size, root, note }: StoredCheckpoint): Promise<Exported> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${size.toString().padStart(12, "0")}.checkpoint`)
  const before = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error
    return undefined
  })
  if (before === undefined) {
    await writeFile(file, note, { flag: "wx", mode: 0o444 })
    return "written"
  }
  return parseCheckpoint(parseNote(before)?.text ?? "")?.root.equals(root) ? "known" : "differs"
}
