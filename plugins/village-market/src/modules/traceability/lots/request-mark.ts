import { createHash } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { canonical, type Json } from "../log/jcs"

/** A request by the key its sender chose and a hash of what it asked for. */
export type RequestMark = { key: string; hash: string }

export const requestMark = (key: string, content: Json): RequestMark => ({
  key,
  hash: createHash("sha256").update(canonical(content), "utf8").digest("hex"),
})

/** A key that comes again must ask for the same thing. */
export function sameRequest(known: string | null, request: RequestMark) {
  if (known === request.hash) return
  throw new MedusaError(MedusaError.Types.CONFLICT, "Mã yêu cầu này đã dùng cho một nội dung khác")
}
