import crypto from "node:crypto"
import fs from "node:fs"
import path from "node:path"

/**
 * All files below the given paths, sorted; missing paths count as empty.
 * @param {string} root
 * @param {string[]} paths relative to root
 * @param {(file: string) => boolean} keep
 * @returns {string[]} relative to root
 */
export function filesBelow(root, paths, keep = () => true) {
  return paths
    .flatMap((relative) => {
      const stat = fs.statSync(path.join(root, relative), { throwIfNoEntry: false })
      if (!stat) return []
      if (!stat.isDirectory()) return keep(relative) ? [relative] : []
      const below = fs.readdirSync(path.join(root, relative)).map((name) => path.join(relative, name))
      return filesBelow(root, below, keep)
    })
    .sort()
}

/**
 * Hash over names and contents: a checkout or a copy changes times, a build depends on neither.
 * @param {string} root
 * @param {string[]} paths files and folders, relative to root
 * @param {(file: string) => boolean} [keep]
 */
export function fingerprint(root, paths, keep) {
  const hash = crypto.createHash("sha256")
  for (const file of filesBelow(root, paths, keep)) {
    const content = fs.readFileSync(path.join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest("hex")
}

/** @param {string[]} parts */
export function combine(...parts) {
  return crypto.createHash("sha256").update(parts.join("\0")).digest("hex")
}
