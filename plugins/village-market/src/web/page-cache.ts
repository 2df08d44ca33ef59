import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"

export type Encoding = "br" | "gzip"

/** A finished answer. `etag` is weak: the compressed forms are the same document. */
export class Entry {
  readonly body: Buffer
  readonly etag: string
  private readonly compressed = new Map<Encoding, Promise<Buffer>>()

  constructor(
    readonly status: number,
    readonly type: "html" | "json" | "xml",
    text: string,
  ) {
    this.body = Buffer.from(text)
    this.etag = `W/"${createHash("sha256").update(this.body).digest("base64url").slice(0, 22)}"`
  }

  /** Compressed once, at its first use; a document read many times is worth the effort. */
  as(encoding: Encoding): Promise<Buffer> {
    const known = this.compressed.get(encoding)
    if (known) return known
    const made =
      encoding === "br" ? brotli(this.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : zip(this.body)
    this.compressed.set(encoding, made)
    return made
  }
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

type Limits = { entries: number; bytes: number }

/**
 * Finished answers of this process, the least recently used dropped first. Nothing here expires: the key must name
 * everything the answer depends on. Only answers with status 200 are kept. A key asked for while it is being made is
 * made once; a failure reaches all who wait and is forgotten.
 */
export class PageCache {
  private readonly kept = new Map<string, Entry>()
  private readonly making = new Map<string, Promise<Entry>>()
  private bytes = 0

  constructor(private readonly limits: Limits) {}

  async get(key: string, make: () => Promise<Entry>): Promise<Entry> {
    const known = this.kept.get(key)
    if (known) {
      this.kept.delete(key)
      this.kept.set(key, known)
      return known
    }
    const running = this.making.get(key)
    if (running) return running
    const made = make()
    this.making.set(key, made)
    try {
      const entry = await made
      if (entry.status === 200) this.keep(key, entry)
      return entry
    } finally {
      this.making.delete(key)
    }
  }

  get size() {
    return { entries: this.kept.size, bytes: this.bytes }
  }

  private keep(key: string, entry: Entry) {
    this.kept.set(key, entry)
    this.bytes += weight(entry)
    for (const [oldest, old] of this.kept) {
      if (this.kept.size <= this.limits.entries && this.bytes <= this.limits.bytes) break
      this.kept.delete(oldest)
      this.bytes -= weight(old)
    }
  }
}

/** Compressed forms come on top: at most about as much again. */
const weight = (entry: Entry) => entry.body.length * 2
