import { crc16, readTlv, writeTlv } from "./tlv"

/** NAPAS' number among the applications that print such codes. */
const NAPAS = "A000000727"
const SERVICES = { account: "QRIBFTTA", card: "QRIBFTTC" } as const
const DONG = "704"

/** What a VietQR asks a bank's app for. */
export type Transfer = {
  /** The bank's number at NAPAS, six digits. */
  bin: string
  account: string
  /** Whether `account` is an account or a card. */
  kind?: keyof typeof SERVICES
  /** Whole đồng; without it the payer keys the amount in. */
  amount?: number
  /** What the payer's bank carries along; banks rewrite anything but letters and digits, and cut after 25. */
  content?: string
}

/**
 * The text of a VietQR (EMVCo merchant-presented QR, NAPAS "QR Switching" v1.5.2): transfer to an account or card,
 * amount and content filled in. Refuses what a bank's app would.
 */
export function vietQr({ bin, account, kind = "account", amount, content }: Transfer): string {
  if (!/^\d{6}$/.test(bin)) throw new Error("a bank's BIN has six digits")
  if (!/^[0-9A-Za-z]{1,19}$/.test(account)) throw new Error("an account has at most 19 letters and digits")
  if (amount !== undefined && !(Number.isSafeInteger(amount) && amount > 0 && amount < 1e13)) {
    throw new Error("a transfer is a whole number of đồng")
  }
  if (content !== undefined && !/^[0-9A-Za-z ]{1,25}$/.test(content)) {
    throw new Error("the content of a transfer has at most 25 letters and digits")
  }
  const beneficiary = writeTlv([
    ["00", bin],
    ["01", account],
  ])
  const unsigned = writeTlv([
    ["00", "01"],
    // 11 may be paid again and again, 12 is for this one time.
    ["01", amount === undefined ? "11" : "12"],
    [
      "38",
      writeTlv([
        ["00", NAPAS],
        ["01", beneficiary],
        ["02", SERVICES[kind]],
      ]),
    ],
    ["53", DONG],
    ...(amount === undefined ? [] : [["54", String(amount)] as const]),
    ["58", "VN"],
    ...(content === undefined ? [] : [["62", writeTlv([["08", content]])] as const]),
  ])
  const summed = `${unsigned}6304`
  return `${summed}${crc16(summed)}`
}

/** Reads a VietQR back. Undefined unless it is whole, its check sum right, and it asks for a transfer in đồng. */
export function readVietQr(text: string): Transfer | undefined {
  if (!/6304[0-9A-F]{4}$/.test(text) || crc16(text.slice(0, -4)) !== text.slice(-4)) return undefined
  const fields = readTlv(text)
  const scheme = readTlv(fields?.get("38") ?? "")
  const beneficiary = readTlv(scheme?.get("01") ?? "")
  const [bin, account, written] = [beneficiary?.get("00"), beneficiary?.get("01"), fields?.get("54")]
  const kind = (["account", "card"] as const).find((one) => SERVICES[one] === scheme?.get("02"))
  if (scheme?.get("00") !== NAPAS || fields?.get("53") !== DONG || !bin || !account || !kind) return undefined
  if (written !== undefined && !/^[1-9]\d{0,12}$/.test(written)) return undefined
  const content = readTlv(fields?.get("62") ?? "")?.get("08")
  return {
    bin,
    account,
    kind,
    ...(written === undefined ? {} : { amount: Number(written) }),
    ...(content === undefined ? {} : { content }),
  }
}
