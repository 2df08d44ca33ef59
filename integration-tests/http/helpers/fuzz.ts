import { Agent, request } from "node:http"
import { type Mutant, mutate, type Shot } from "./mutate"
import { randomOf } from "./random"

/** `status` 0: the connection was closed without an answer, as Node does with a request that is none. */
export type Answer = { status: number; text: string }

export type Fuzz = {
  base: string
  /** How many mutants are sent. */
  rounds: number
  seed: number
  /** A request as the gateway would send it, its signature valid, that would change something. */
  shot: (round: number) => Shot
  /** Whether a mutant still says what the gateway signed; such a one is not sent, as it may rightly be believed. */
  stillSigned: (original: Shot, mutant: Shot) => boolean
  /** Whether an answer says that the mutant was believed. */
  believed: (answer: Answer) => boolean
}

export type Finding = { how: string; answer: Answer; mutant: Shot }
export type FuzzResult = { sent: number; statuses: Record<string, number>; findings: Finding[] }

const AT_ONCE = 12
const ENOUGH = 5

/** Sends spoilt requests and returns every one that broke the shop (5xx) or was believed; first findings end it. */
export async function fuzz({ base, rounds, seed, shot, stillSigned, believed }: Fuzz): Promise<FuzzResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const random = randomOf(seed)
  const result: FuzzResult = { sent: 0, statuses: {}, findings: [] }
  let begun = 0
  const work = async () => {
    while (begun < rounds && result.findings.length < ENOUGH) {
      const original = shot(begun)
      const mutant = mutate(original, random)
      if (stillSigned(original, mutant)) continue
      begun++
      const answer = await shoot(base, mutant, agent)
      result.sent++
      result.statuses[answer.status] = (result.statuses[answer.status] ?? 0) + 1
      if (answer.status >= 500 || believed(answer)) result.findings.push(finding(mutant, answer))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  agent.destroy()
  return result
}

const finding = ({ how, ...mutant }: Mutant, answer: Answer): Finding => ({ how, answer, mutant })

/** Sends a request as it stands, odd bytes included, as far as HTTP carries them. */
export function shoot(base: string, { method, path, query, headers, body }: Shot, agent?: Agent): Promise<Answer> {
  const { hostname, port } = new URL(base)
  // Blanks and control characters end a request line; a client has to write them as %XX.
  const line = `${path}${query ? `?${query}` : ""}`.replace(/[^\x21-\xff]/g, (character) =>
    encodeURIComponent(character),
  )
  return new Promise((resolve) => {
    const sent = request(
      { hostname, port, method, path: line, agent, headers: { ...headers, "content-length": Buffer.byteLength(body) } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on("data", (part: Buffer) => parts.push(part))
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }))
        answer.on("error", () => resolve({ status: 0, text: "cut off" }))
      },
    )
    sent.on("error", (error) => resolve({ status: 0, text: String(error) }))
    sent.setTimeout(20_000, () => sent.destroy(new Error("no answer in 20 s")))
    sent.end(body)
  })
}
