import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { variable } from "../harness/variable"
import { secretsIn } from "./find-secrets"

/** Run after everything else: the logs of all shops that were served, and the folders with what they kept secret. */
const folder = () => variable("TEST_LOGS")
const logs = () => readdirSync(folder()).filter((name) => name.endsWith(".log"))

function knownSecrets(): Map<string, string> {
  const known = new Map<string, string>()
  for (const name of readdirSync(folder())) {
    const file = join(folder(), name, "test-secrets.json")
    if (!existsSync(file)) continue
    const secrets: Record<string, string> = JSON.parse(readFileSync(file, "utf8"))
    for (const [key, value] of Object.entries(secrets)) known.set(`${key} of ${name}`, value)
  }
  return known
}

it("no log of any shop of this run holds a secret, a signature, a login or a card's number", async () => {
  const known = knownSecrets()
  expect(known.size).toBeGreaterThanOrEqual(5)
  expect(logs().length).toBeGreaterThan(0)
  const found: string[] = []
  let lines = 0
  for (const log of logs()) {
    let number = 0
    for await (const line of createInterface({ input: createReadStream(join(folder(), log)) })) {
      lines++
      number++
      // Where it stands, not what it says: this output is kept too.
      for (const what of secretsIn(line, known)) found.push(`${log}:${number} ${what}`)
    }
  }
  expect(found).toEqual([])
  expect(lines).toBeGreaterThan(10)
})

it("and would be found if it did", () => {
  const known = new Map([["JWT_SECRET", "0123456789abcdef"]])
  const telling = [
    `/hooks/vnpay/ipn?vnp_SecureHash=${"aF".repeat(64)}`,
    `x-sepay-signature: sha256=${"0".repeat(64)}`,
    `stripe-signature: t=1,v1=${"0".repeat(64)}`,
    "sk_test_abc",
    "whsec_abc",
    "authorization: Bearer abcdefghijklmnop",
    "token eyJhbGciOi.eyJzdWIi.sig",
    "GET /market/orders/order_1?key=abc",
    "postgres://user:secret@db/shop",
    "signed by 0123456789abcdef.",
    "card 4111 1111 1111 1111",
    "9704198526191432198",
  ]
  for (const line of telling) expect([line, secretsIn(line, known)]).toEqual([line, [expect.any(String)]])
  const innocent = ["4111111111111112", "GET /market/orders/order_1?key=[hidden]", `request ${"ab".repeat(32)}`]
  for (const line of innocent) expect([line, secretsIn(line, known)]).toEqual([line, []])
})
