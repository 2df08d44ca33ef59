import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const COOKIE = "vm_basket"
const DAYS = 30

/** The id of this browser's cart: unguessable, and out of reach of scripts. */
export const basketId = (req: MedusaRequest): string | undefined => {
  const id = req.cookies?.[COOKIE]
  return typeof id === "string" && /^cart_[0-9A-Z]+$/.test(id) ? id : undefined
}

export function rememberBasket(req: MedusaRequest, res: MedusaResponse, id: string) {
  res.cookie(COOKIE, id, {
    httpOnly: true,
    sameSite: "lax",
    secure: req.secure,
    path: "/",
    maxAge: DAYS * 24 * 3600 * 1000,
  })
}

export function forgetBasket(req: MedusaRequest, res: MedusaResponse) {
  res.clearCookie(COOKIE, { httpOnly: true, sameSite: "lax", secure: req.secure, path: "/" })
}
