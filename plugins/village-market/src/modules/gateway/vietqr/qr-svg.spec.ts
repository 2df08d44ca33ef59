import jsQR from "jsqr"
import sharp from "sharp"
import { vietQr } from "./payload"
import { qrSvg } from "./qr-svg"

describe("the picture of a QR", () => {
  it("is read by a scanner as what was written", async () => {
    const text = vietQr({ bin: "970436", account: "0123456789", amount: 1_999_000, content: "LN23456789A" })
    const picture = sharp(Buffer.from(qrSvg(text, "a < b & c")), { density: 400 }).ensureAlpha()
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(text)
  })
})
