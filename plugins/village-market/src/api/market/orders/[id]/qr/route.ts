import sharp from "sharp"
import { readTransfer } from "../../../../../buyer/read-transfer"
import { qrSvg } from "../../../../../modules/gateway/vietqr/qr-svg"
import { page } from "../../../../../web/page"
import { noSuchOrder, ownOrder } from "../../own-order"

const PIXELS = 800

/** The QR as a picture to be saved, for banks' apps that read it from the same phone. */
export const GET = page(async (req) => {
  const { order } = await ownOrder(req)
  const transfer = await readTransfer(req.scope, order)
  if (transfer?.state !== "waiting") throw noSuchOrder()
  const svg = Buffer.from(qrSvg(transfer.payload, transfer.reference))
  const content = await sharp(svg, { density: 600 }).resize(PIXELS, PIXELS, { kernel: "nearest" }).png().toBuffer()
  return { file: { name: `${transfer.reference}.png`, type: "image/png", content, saved: true } }
})
