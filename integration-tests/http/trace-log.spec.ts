import type { Knex } from "knex"
import { appendLeaves } from "../../plugins/village-market/src/modules/traceability/log/append-leaves"
import { auditLog } from "../../plugins/village-market/src/modules/traceability/log/audit-log"
import { parseCheckpoint } from "../../plugins/village-market/src/modules/traceability/log/checkpoint"
import { signCheckpoint } from "../../plugins/village-market/src/modules/traceability/log/checkpoints"
import { isIntact, leafHash, treeHash } from "../../plugins/village-market/src/modules/traceability/log/merkle"
import {
  readConsistencyProof,
  readInclusionProofs,
  readRoot,
} from "../../plugins/village-market/src/modules/traceability/log/read-tree"
import {
  openNote,
  parseVkey,
  signingKey,
  vkeyOf,
} from "../../plugins/village-market/src/modules/traceability/log/signed-note"
import { parseTlogProof } from "../../plugins/village-market/src/modules/traceability/log/tlog-proof"
import { isConsistent, isIncluded } from "../../plugins/village-market/src/modules/traceability/log/verify-proof"
import { http, type Maker, newLot, twoMakers } from "./helpers/lots"
import { appendRecords, withScratchLog } from "./helpers/scratch-log"

let owner: Maker
const signing = signingKey("cho.example/trace-log", Buffer.alloc(32, 3))
const key = { ...signing, origin: signing.name, vkey: vkeyOf(signing) }
const records = (count: number) => Array.from({ length: count }, (_, n) => ({ step: "firing", n: `${n}` }))

beforeAll(async () => {
  ;[owner] = await twoMakers()
})

describe("the proof of a lot", () => {
  it("leads from each record to a signed checkpoint, by standard formats alone", async () => {
    const { code } = await newLot(owner)
    const { body, headers } = await http().get(`/trace-log/proof/${code}`).expect(200)
    expect(headers["access-control-allow-origin"]).toBe("*")
    const vkey = parseVkey(body.vkey)
    if (!vkey) throw new Error("no vkey")
    expect(body.records.length).toBeGreaterThan(0)
    for (const { index, record, salt, entry, leaf, tlog_proof } of body.records) {
      expect(isIntact({ record, salt, entry, leaf })).toBe(true)
      const proof = parseTlogProof(tlog_proof)
      const tree = parseCheckpoint(openNote(proof?.checkpoint ?? "", vkey) ?? "")
      expect(tree?.origin).toBe(body.origin)
      if (!proof || !tree) throw new Error("no proof")
      expect(proof.index).toBe(BigInt(index))
      expect(isIncluded(proof.index, tree.size, Buffer.from(leaf, "hex"), proof.hashes, tree.root)).toBe(true)
      await http()
        .get(`/trace-log/proof/${index}.tlog-proof`)
        .expect(200, /^c2sp\.org\/tlog-proof@v1\n/)
    }
    await http().get(`/lot/${code}/proof.json`).expect(301).expect("location", `/trace-log/proof/${code}`)
    await http().get("/trace-log/proof/AAAA-AAAA").expect(404)
    await http().get("/trace-log/proof/999999999.tlog-proof").expect(404)
  })

  it("is what tiles and entries say too, which hold hashes only", async () => {
    await newLot(owner)
    const checkpoint = (await http().get("/trace-log/checkpoint").expect(200)).text
    const vkey = parseVkey((await http().get("/trace-log/vkey").expect(200)).text.trim())
    const tree = vkey && parseCheckpoint(openNote(checkpoint, vkey) ?? "")
    if (!tree) throw new Error("no checkpoint")
    const hashes: Buffer[] = []
    for (let n = 0; n * 256 < Number(tree.size); n++) {
      const width = Math.min(256, Number(tree.size) - n * 256)
      const path = `${String(n).padStart(3, "0")}${width === 256 ? "" : `.p/${width}`}`
      const tile = await http().get(`/trace-log/tile/0/${path}`).expect(200)
      expect(tile.headers["cache-control"]).toContain("immutable")
      const bundle = (await http().get(`/trace-log/tile/entries/${path}`).expect(200)).body as Buffer
      expect(bundle).toHaveLength(width * 34)
      for (let at = 0; at < width; at++) {
        const leaf = tile.body.subarray(at * 32, at * 32 + 32)
        expect(bundle.readUInt16BE(at * 34)).toBe(32)
        if (!leafHash(bundle.subarray(at * 34 + 2, at * 34 + 34)).equals(leaf)) throw new Error(`entry ${at}`)
        hashes.push(leaf)
      }
    }
    expect(treeHash(hashes)).toEqual(tree.root)
    for (const path of ["0/0", "64/000", "0/999", "0/x000/000", "entries/999", "records/000"])
      await http().get(`/trace-log/tile/${path}`).expect(404)
    const { body } = await http().get(`/trace-log/consistency/1/${tree.size}`).expect(200)
    const proof = body.hashes.map((hash: string) => Buffer.from(hash, "base64"))
    const trees = { size1: 1n, root1: hashes[0] ?? Buffer.alloc(0), size2: tree.size, root2: tree.root }
    expect(isConsistent(trees, proof)).toBe(true)
    for (const path of ["0/1", "2/1", "x/1"]) await http().get(`/trace-log/consistency/${path}`).expect(400)
    await http().get("/trace-log/consistency/1/999999999").expect(404)
    await http()
      .get("/trace-log")
      .expect(200, /Sổ không chứng tỏ điều đã ghi là đúng sự thật/)
  })
})

describe("a log of its own", () => {
  it("reads the same roots and proofs from tiles as from all leaves, across tiles and with appends at once", () =>
    withScratchLog(async (db) => {
      await appendRecords(db, appendLeaves, records(250))
      await Promise.all(Array.from({ length: 12 }, () => appendRecords(db, appendLeaves, records(27))))
      const leaves = (await db("log_entry").select<{ leaf: Buffer; seq: string }[]>("leaf", "seq").orderBy("seq")).map(
        ({ leaf, seq }, n) => {
          expect(Number(seq)).toBe(n)
          return leaf
        },
      )
      expect(leaves).toHaveLength(574)
      for (const size of [1, 255, 256, 257, 511, 512, 513, 574]) {
        const root = treeHash(leaves.slice(0, size))
        expect(await readRoot(db, BigInt(size))).toEqual(root)
        const lines = [0, size >> 1, size - 1].map(BigInt)
        const proofs = await readInclusionProofs(db, lines, BigInt(size))
        lines.forEach((line, n) => {
          const leaf = leaves[Number(line)] ?? Buffer.alloc(0)
          expect(isIncluded(line, BigInt(size), leaf, proofs[n] ?? [], root)).toBe(true)
        })
        const trees = { size1: BigInt(size), root1: root, size2: 574n, root2: treeHash(leaves) }
        expect(isConsistent(trees, size < 574 ? await readConsistencyProof(db, BigInt(size), 574n) : [])).toBe(true)
      }
    }))

  it("keeps no hole where a transaction was rolled back", () =>
    withScratchLog(async (db) => {
      await appendRecords(db, appendLeaves, records(3))
      const undone = db.transaction(async (trx) => {
        await appendLeaves(
          trx,
          records(300).map((record, n) => ({ event_row_id: `undone${n}`, record })),
        )
        throw new Error("undone")
      })
      await expect(undone).rejects.toThrow("undone")
      await appendRecords(db, appendLeaves, records(2))
      expect(await auditLog(db)).toMatchObject({ size: "5", checked: 5, findings: [] })
      expect(await db("log_tile")).toEqual([])
    }))

  it("names the line of any byte changed in an event, its record, their salts, entry or leaf, and the tile and checkpoint", () =>
    withScratchLog(async (db) => {
      await appendRecords(db, appendLeaves, records(300))
      const { checkpoint } = await signCheckpoint(db, key)
      expect(await auditLog(db)).toMatchObject({ checked: 300, findings: [], root: checkpoint.root.toString("hex") })
      const flip = (column: string) => `set_byte(${column}, 7, get_byte(${column}, 7) # 1)`
      const line = 137
      const event = `(select event_row_id from log_entry where seq = ${line})`
      const faults: [string, string][] = [
        ["record", `update epcis_event set record = jsonb_set(record, '{n}', '"138"') where id = ${event}`],
        ["event", `update epcis_event set event = jsonb_set(event, '{n}', '"138"') where id = ${event}`],
        ["event", `update epcis_event set event_salt = repeat('0', 64) where id = ${event}`],
        ["record", `update log_salt set salt = ${flip("salt")} where seq = ${line}`],
        ["entry", `update log_entry set entry = ${flip("entry")} where seq = ${line}`],
        ["leaf", `update log_entry set leaf = ${flip("leaf")} where seq = ${line}`],
        ["missing record", `delete from epcis_event where id = ${event}`],
        ["missing line", `delete from log_entry where seq = ${line}`],
      ]
      for (const [what, fault] of faults) {
        const { findings } = await spoilt(db, fault)
        expect(findings).toContainEqual(expect.objectContaining({ what, line: "137" }))
      }
      const tile = await spoilt(db, `update log_tile set root = ${flip("root")}`)
      expect(tile.findings).toEqual([expect.objectContaining({ what: "tile", line: "0", lines: "256" })])
      const signed = await spoilt(db, `update log_checkpoint set root = ${flip("root")}`)
      expect(signed.findings).toEqual([expect.objectContaining({ what: "checkpoint", lines: "300" })])
    }))

  it("is not signed once it no longer continues what was signed, and never for fewer lines", () =>
    withScratchLog(async (db) => {
      await appendRecords(db, appendLeaves, records(10))
      const first = await signCheckpoint(db, key)
      expect(await signCheckpoint(db, key)).toEqual(first)
      await appendRecords(db, appendLeaves, records(10))
      await db.raw("update log_entry set leaf = set_byte(leaf, 0, get_byte(leaf, 0) # 1) where seq = 4")
      expect(await signCheckpoint(db, key)).toEqual({ checkpoint: first.checkpoint, contradicted: true })
      await db.raw("update log_head set size = 9")
      expect(await signCheckpoint(db, key)).toMatchObject({ contradicted: true })
    }))
})

/** What the audit finds after a fault, which is undone again. */
async function spoilt(db: Knex, fault: string) {
  const trx = await db.transaction()
  await trx.raw(fault)
  const audit = await auditLog(trx)
  await trx.rollback()
  return audit
}
