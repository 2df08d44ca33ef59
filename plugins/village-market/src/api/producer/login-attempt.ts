import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

const LoginAttempt = z.object({
  phone: z.string().optional(),
  /** The version of the consent just agreed to, and the language it was read in. */
  consent: z.string().optional(),
  language: z.enum(["vi", "en"]).optional(),
  /** Where to go on after login. */
  to: z.string().optional(),
})

/** What the screens of one login hand on to each other; it stays on the visitor's own device. */
export type LoginAttempt = z.infer<typeof LoginAttempt>

const COOKIE = "vm_login"
const MINUTES = 30

export function readAttempt(req: MedusaRequest): LoginAttempt {
  const parsed = LoginAttempt.safeParse(req.cookies?.[COOKIE])
  return parsed.success ? parsed.data : {}
}

export function keepAttempt(req: MedusaRequest, res: MedusaResponse, attempt: LoginAttempt) {
  res.cookie(COOKIE, attempt, { ...options(req), maxAge: MINUTES * 60_000 })
}

export function forgetAttempt(req: MedusaRequest, res: MedusaResponse) {
  res.clearCookie(COOKIE, options(req))
}

const options = (req: MedusaRequest) =>
  ({ httpOnly: true, sameSite: "lax", secure: req.secure, path: "/producer" }) as const
