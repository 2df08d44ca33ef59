import { db } from "../../harness/shop"
import { http } from "./shop"

/** What a phone's camera app opens pages with. */
export const PHONE =
  "Mozilla/5.0 (Linux; Android 10; SM-A107F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"

/** A look at a page as by a phone, from outside. */
export const scan = (path: string) => http().get(path).set("user-agent", PHONE)

/** A piece of a lot with a number of its own, as a sheet of labels makes it. */
export async function newSerial(lot_id: string): Promise<string> {
  const signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
  const serial = Array.from({ length: 12 }, () => signs[Math.floor(Math.random() * signs.length)]).join("")
  await db().query("insert into lot_serial (serial, lot_id, batch, place) values ($1, $2, $1, 0)", [serial, lot_id])
  return serial
}

/** How often a lot, or one piece of it, was scanned, as far as it has been written. */
export async function counted(lot_id: string, serial = ""): Promise<number> {
  const { rows } = await db().query(
    "select coalesce(sum(count), 0)::int as n from lot_scan where lot_id = $1 and serial = $2",
    [lot_id, serial],
  )
  return rows[0].n
}
