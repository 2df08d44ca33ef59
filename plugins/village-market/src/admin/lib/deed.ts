import { toast } from "@medusajs/ui"
import { useState } from "react"
import { api } from "./api"

/** Runs a deed of the operator and tells why, if it is refused; `said` is what to tell when it is done. */
export function useDeed(done: () => void) {
  const [busy, setBusy] = useState(false)
  const run = async <T>(path: string, body: object, said?: string | ((answer: T) => string)) => {
    setBusy(true)
    try {
      const answer = await api<T>(path, body)
      if (said) toast.success(typeof said === "string" ? said : said(answer))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
    done()
  }
  return { busy, run }
}

/** Three columns on a desk, one on a phone. */
export const WIDE = { flex: "1 1 16rem", minWidth: 0, overflowWrap: "anywhere" } as const
