import { createHmac, randomInt, timingSafeEqual } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { ADDRESS_LIMITS, PHONE_LIMITS, secondsToWait } from "./code-limits"

const DEMO_CODE = "000000"
const LIFETIME_MINUTES = 5
const TRIES = 5

type Asked = {
  /** E.164. */
  phone: string
  sender: string
  /** Whether the owner of an unknown phone has just agreed to register. */
  consented: boolean
}

export type Issued =
  | { ok: true; code: string }
  /** The phone belongs to nobody who agreed to be stored: counted like any other, but there is no code to send. */
  | { ok: true; code?: undefined }
  | { ok: false; why: "phone_limit" | "address_limit"; seconds: number }

/** One-time codes: six random digits, kept only as an HMAC bound to row and phone, for five minutes and five tries. */
export class LoginCodes {
  private readonly codeKey: Buffer
  private readonly addressKey: Buffer

  constructor(
    private readonly pg: Knex,
    secret: string,
    private readonly demo: boolean,
  ) {
    this.codeKey = createHmac("sha256", secret).update("login code").digest()
    this.addressKey = createHmac("sha256", secret).update("login address").digest()
  }

  /** Makes a code for a phone, or says how long to wait. Earlier codes of the phone are void from then on. */
  async issue({ phone, sender, consented }: Asked): Promise<Issued> {
    const address = createHmac("sha256", this.addressKey).update(sender).digest("base64url")
    return this.pg.transaction(async (trx) => {
      // Counting and adding happen under locks, always phone before address, so that parallel requests cannot slip past.
      await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 1))", [phone])
      const owner = await this.ownerOf(trx, phone)
      const fixed = this.demo && owner?.is_demo === true
      // The code of a demo shop is printed on the page: there is nothing to guard.
      const phoneWait = fixed ? 0 : secondsToWait(await this.ages(trx, "phone", phone), PHONE_LIMITS)
      if (phoneWait > 0) return { ok: false, why: "phone_limit", seconds: phoneWait }
      await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 2))", [address])
      const addressWait = secondsToWait(await this.ages(trx, "address_hash", address), ADDRESS_LIMITS)
      if (addressWait > 0) return { ok: false, why: "address_limit", seconds: addressWait }

      const id = generateEntityId(undefined, "otp")
      const code = fixed ? DEMO_CODE : String(randomInt(1_000_000)).padStart(6, "0")
      await trx.raw(
        `insert into login_code (id, phone, code_hash, address_hash, tries, expires_at, created_at)
         values (?, ?, ?, ?, 0, clock_timestamp() + make_interval(mins => ?), clock_timestamp())`,
        [id, phone, this.hash(id, phone, code).toString("base64url"), address, LIFETIME_MINUTES],
      )
      return owner || consented ? { ok: true, code } : { ok: true }
    })
  }

  /** Whether this is the newest code of the phone, still good; a good one is used up by asking. */
  async redeem(phone: string, code: string): Promise<boolean> {
    const { rows } = await this.pg.raw<{ rows: { id: string; code_hash: string }[] }>(
      `update login_code set tries = tries + 1, updated_at = now()
       where id = (select id from login_code where phone = ? and deleted_at is null order by created_at desc, id desc limit 1)
         and tries < ? and used_at is null and expires_at > now()
       returning id, code_hash`,
      [phone, TRIES],
    )
    const row = rows[0]
    if (!row || !timingSafeEqual(this.hash(row.id, phone, code), Buffer.from(row.code_hash, "base64url"))) return false
    const used = await this.pg.raw<{ rowCount: number }>(
      "update login_code set used_at = now() where id = ? and used_at is null",
      [row.id],
    )
    return used.rowCount === 1
  }

  private hash(id: string, phone: string, code: string) {
    return createHmac("sha256", this.codeKey).update(`${id}\n${phone}\n${code}`).digest()
  }

  private async ownerOf(trx: Knex, phone: string) {
    const { rows } = await trx.raw<{ rows: { is_demo: boolean }[] }>(
      `select p.is_demo from producer_member m join producer p on p.id = m.producer_id
       where m.phone = ? and m.deleted_at is null and p.deleted_at is null`,
      [phone],
    )
    return rows[0]
  }

  /** Ages in seconds of the codes of the last day, newest first. */
  private async ages(trx: Knex, column: "phone" | "address_hash", value: string) {
    const { rows } = await trx.raw<{ rows: { age: number }[] }>(
      `select extract(epoch from clock_timestamp() - created_at)::float8 as age from login_code
       where ?? = ? and deleted_at is null and created_at > now() - interval '1 day' order by created_at desc limit 300`,
      [column, value],
    )
    return rows.map(({ age }) => age)
  }
}
