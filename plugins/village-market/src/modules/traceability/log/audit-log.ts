import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StoredEvent } from "../repository/epcis-event"
import { eventDigest } from "../repository/event-digest"
import type { Json } from "./jcs"
import { entryOf, leafHash, nodeHash, treeHash } from "./merkle"
import { joined } from "./proof-path"

/**
 * Something that is not as it was written. `line` is the line of the log; for a tile or a checkpoint the first of those
 * it covers, with `lines` how many.
 */
export type Finding = {
  what:
    | "record"
    | "event"
    | "entry"
    | "leaf"
    | "missing record"
    | "missing line"
    | "tile"
    | "checkpoint"
    | "unlogged event"
  line: string
  lines?: string
  detail: string
}
export type Audit = { size: string; root: string; checked: number; erased: number; findings: Finding[] }

type Row = {
  seq: string
  entry: Buffer
  leaf: Buffer
  salt: Buffer | null
  record: { [key: string]: Json } | null
  event: StoredEvent | null
  /** Hexadecimal. */
  event_salt: string | null
}
type Signed = { size: string; root: Buffer }

const BATCH = 5000
/** Whoever rewrote a whole log need not be told of every line. */
const MOST_FINDINGS = 100

/**
 * Reads the whole log anew: each event against its record, each record against its entry, each entry against its leaf, the leaves against the stored
 * tiles and against every checkpoint ever signed. A record whose salt was erased cannot be compared and is counted.
 */
export async function auditLog(pg: Knex): Promise<Audit> {
  const findings: Finding[] = []
  const say = (finding: Finding) => findings.length < MOST_FINDINGS && findings.push(finding)
  const [head] = await pg("log_head").select<{ size: string }[]>("size")
  const size = Number(head?.size ?? 0)
  const checkpoints = await pg("log_checkpoint").select<Signed[]>("size", "root").orderBy("id")
  const tree = growingTree()
  let [next, erased] = [0, 0]
  compareCheckpoints(0)
  for (;;) {
    const rows = await readRows(pg, next, size)
    if (rows.length === 0) break
    const tiles = await readTiles(pg, next, Number(rows.at(-1)?.seq) + 1)
    for (const row of rows) {
      const line = Number(row.seq)
      for (; next < line; next++) lose(next)
      if (row.salt === null) erased++
      for (const finding of compareRow(row)) say(finding)
      add(row.leaf, tiles)
    }
  }
  for (; next < size; next++) lose(next)
  for (const finding of await unlogged(pg)) say(finding)
  return { size: `${size}`, root: tree.root().toString("hex"), checked: size - erased, erased, findings }

  function lose(line: number) {
    say({ what: "missing line", line: `${line}`, detail: "no entry stands in this line" })
    add(Buffer.alloc(32), new Map())
  }

  function add(leaf: Buffer, tiles: Map<string, Buffer>) {
    for (const { level, n, root } of tree.add(leaf)) {
      const stored = tiles.get(`${level}/${n}`)
      const [lines, line] = [256 ** (level + 1), n * 256 ** (level + 1)]
      if (!stored?.equals(root))
        say({
          what: "tile",
          line: `${line}`,
          lines: `${lines}`,
          detail: `tile ${level}/${n} ${stored ? "differs" : "is missing"}`,
        })
    }
    next = tree.size()
    compareCheckpoints(next)
  }

  function compareCheckpoints(at: number) {
    for (let signed = checkpoints[0]; signed && Number(signed.size) <= at; signed = checkpoints[0]) {
      checkpoints.shift()
      if (!tree.root().equals(signed.root))
        say({
          what: "checkpoint",
          line: "0",
          lines: signed.size,
          detail: `the tree of ${signed.size} lines is not the one signed`,
        })
    }
  }
}

/** What one line tells about itself. */
function compareRow({ seq, entry, leaf, salt, record, event, event_salt }: Row): Finding[] {
  const line = `${seq}`
  const whole = leafHash(entry).equals(leaf)
  const spoilt: Finding = { what: "entry", line, detail: "entry and leaf do not belong together" }
  if (record === null) return [{ what: "missing record", line, detail: "the event of this line is gone" }]
  if (salt === null) return whole ? [] : [spoilt]
  const expected = entryOf(salt, record)
  if (expected.equals(entry)) {
    if (!whole) return [{ what: "leaf", line, detail: "the leaf was changed" }]
    return isOf(record, event, event_salt) ? [] : [{ what: "event", line, detail: "the event or its salt was changed" }]
  }
  if (leafHash(expected).equals(leaf)) return [{ what: "entry", line, detail: "the entry was changed" }]
  return [{ what: "record", line, detail: "the record or its salt was changed" }]
}

/** Whether the whole event is the one its record was made of; records from before events were kept whole name none. */
function isOf(record: { [key: string]: Json }, event: StoredEvent | null, salt: string | null): boolean {
  const digest = record["vm:eventDigest"]
  if (digest === undefined || salt === null) return digest === undefined || event === null
  return event !== null && eventDigest(Buffer.from(salt, "hex"), event) === digest
}

async function readRows(pg: Knex, from: number, size: number): Promise<Row[]> {
  const { rows } = await pg.raw<{ rows: Row[] }>(
    `select g.seq, g.entry, g.leaf, s.salt, e.record, e.event, e.event_salt from log_entry g
     left join log_salt s on s.seq = g.seq left join epcis_event e on e.id = g.event_row_id
     where g.seq >= ? and g.seq < ? order by g.seq limit ?`,
    [from, size, BATCH],
  )
  return rows
}

/** The stored roots of the tiles that become full between two sizes. */
async function readTiles(pg: Knex, from: number, to: number): Promise<Map<string, Buffer>> {
  const { rows } = await pg.raw<{ rows: { level: number; n: string; root: Buffer }[] }>(
    `select level, n, root from log_tile
     where (n + 1) * (256::numeric ^ (level + 1)) > ? and (n + 1) * (256::numeric ^ (level + 1)) <= ?`,
    [from, to],
  )
  return new Map(rows.map(({ level, n, root }) => [`${level}/${n}`, root]))
}

async function unlogged(pg: Knex): Promise<Finding[]> {
  const { rows } = await pg.raw<{ rows: { id: string }[] }>(
    `select e.id from epcis_event e where not exists (select 1 from log_entry g where g.event_row_id = e.id) limit 20`,
  )
  return rows.map(({ id }) => ({ what: "unlogged event", line: "", detail: id }))
}

/** A tree that grows leaf by leaf; tells which tiles each leaf has completed. */
function growingTree() {
  const peaks: { level: number; hash: Buffer }[] = []
  let size = 0
  return {
    size: () => size,
    root: () => (peaks.length === 0 ? treeHash([]) : joined(peaks.map(({ hash }) => hash))),
    add(leaf: Buffer) {
      size++
      let peak = { level: 0, hash: leaf }
      const full: { level: number; n: number; root: Buffer }[] = []
      for (let left = peaks.at(-1); left?.level === peak.level; left = peaks.at(-1)) {
        peaks.pop()
        peak = { level: peak.level + 1, hash: nodeHash(left.hash, peak.hash) }
        if (peak.level % 8 === 0)
          full.push({ level: peak.level / 8 - 1, n: size / 2 ** peak.level - 1, root: peak.hash })
      }
      peaks.push(peak)
      return full
    },
  }
}
