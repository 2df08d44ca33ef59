import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { TABLES } from "./tables"

/** The bytes of the files that are there; a missing one is left to the check, which names it with the rest. */
export async function readFolder(dir: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const { file } of Object.values(TABLES)) {
    const bytes = await readFile(join(dir, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined
      throw error
    })
    if (bytes) files.set(file, bytes)
  }
  return files
}
