import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { appendLeaves } from "../../plugins/village-market/src/modules/traceability/log/append-leaves"
import { type Checkpoint, parseCheckpoint } from "../../plugins/village-market/src/modules/traceability/log/checkpoint"
import {
  readLatestCheckpoint,
  signCheckpoint,
} from "../../plugins/village-market/src/modules/traceability/log/checkpoints"
import { cosign, findCosignature } from "../../plugins/village-market/src/modules/traceability/log/cosignature"
import {
  COSIGNATURE_V1,
  openNote,
  signingKey,
  vkeyOf,
} from "../../plugins/village-market/src/modules/traceability/log/signed-note"
import { isConsistent } from "../../plugins/village-market/src/modules/traceability/log/verify-proof"
import { askWitness } from "../../plugins/village-market/src/modules/traceability/log/witness"
import { appendRecords, withScratchLog } from "./helpers/scratch-log"

const signing = signingKey("cho.example/trace-log", Buffer.alloc(32, 3))
const key = { ...signing, origin: signing.name, vkey: vkeyOf(signing) }
const witnessKey = signingKey("witness.example/w1", Buffer.alloc(32, 4), COSIGNATURE_V1)

/** A witness as C2SP tlog-witness describes it: it verifies signature and consistency itself and remembers the last tree. */
function witnessServer() {
  let seen: Pick<Checkpoint, "size" | "root"> = { size: 0n, root: Buffer.alloc(0) }
  let mute = false
  const answer = (body: string): [number, string, string?] => {
    const [head = "", note = ""] = [body.slice(0, body.indexOf("\n\n")), body.slice(body.indexOf("\n\n") + 2)]
    const [first = "", ...hashes] = head.split("\n")
    const text = openNote(note, key)
    const now = text && parseCheckpoint(text)
    if (!text || !now) return [403, "no signature that I know\n"]
    const old = BigInt(first.slice("old ".length))
    if (old !== seen.size) return [409, `${seen.size}\n`, "text/x.tlog.size"]
    const trees = { size1: seen.size, root1: seen.root, size2: now.size, root2: now.root }
    const proof = hashes.map((hash) => Buffer.from(hash, "base64"))
    if (old === 0n ? proof.length > 0 : !isConsistent(trees, proof)) return [422, "not consistent\n"]
    seen = now
    return [200, cosign(text, witnessKey, BigInt(Math.floor(Date.now() / 1000)))]
  }
  const server: Server = createServer((req, res) => {
    let body = ""
    req.on("data", (chunk) => {
      body += chunk
    })
    req.on("end", () => {
      const [status, text, type = "text/plain"] = answer(body)
      if (mute) res.destroy()
      else res.writeHead(status, { "content-type": type }).end(text)
    })
  })
  const silence = (on: boolean) => {
    mute = on
  }
  return { server, silence }
}

const { server, silence } = witnessServer()
beforeAll((done) => void server.listen(0, "127.0.0.1", done))
afterAll((done) => void server.close(done))
const witness = () => ({
  ...{ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: witnessKey, vkey: vkeyOf(witnessKey) },
})
const records = (count: number) => Array.from({ length: count }, (_, n) => ({ n: `${n}` }))

it("a witness cosigns what continues, also when its answer was lost, and nothing else", () =>
  withScratchLog(async (db) => {
    const sign = async () => (await signCheckpoint(db, key)).checkpoint
    await appendRecords(db, appendLeaves, records(5))
    expect(await askWitness(db, witness(), await sign())).toMatchObject({ outcome: "cosigned" })
    const latest = await readLatestCheckpoint(db)
    expect(findCosignature(latest?.note ?? "", witnessKey)?.line).toMatch(/^— witness\.example\/w1 /)
    expect(openNote(latest?.note ?? "", key)).toBeDefined()

    await appendRecords(db, appendLeaves, records(300))
    silence(true)
    const lost = await sign()
    expect(await askWitness(db, witness(), lost)).toMatchObject({ outcome: "unreachable" })
    expect(findCosignature((await readLatestCheckpoint(db))?.note ?? "", witnessKey)).toBeUndefined()
    silence(false)
    expect(await askWitness(db, witness(), lost)).toMatchObject({ outcome: "cosigned" })
    expect(await askWitness(db, witness(), lost)).toEqual({ outcome: "cosigned" })
    const calls = await db("log_witness_call").select("outcome").orderBy("id")
    expect(calls.map(({ outcome }) => outcome)).toEqual(["cosigned", "unreachable", "behind", "cosigned"])
  }))

it("a rebuilt log gets no cosignature", () =>
  withScratchLog(async (db) => {
    await appendRecords(db, appendLeaves, records(400))
    const { checkpoint } = await signCheckpoint(db, key)
    expect(await askWitness(db, witness(), checkpoint)).toMatchObject({
      outcome: "refused",
      detail: expect.stringMatching(/^422/),
    })
    expect(await db("log_cosignature")).toEqual([])
  }))
