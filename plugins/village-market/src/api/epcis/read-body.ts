import type { MedusaRequest } from "@medusajs/framework/http"
import { CAPTURE_LIMITS } from "../../modules/traceability/epcis/guard"
import { type Problem, problem } from "../../modules/traceability/epcis/problem"

const TOO_LARGE = problem("CaptureLimitExceededException", {
  detail: `At most ${CAPTURE_LIMITS.bytes} bytes at once.`,
})

/** The bytes of a body, never more than the limit in memory. What is too long is read on and thrown away, so that the answer arrives. */
export function readBody(req: MedusaRequest): Promise<Buffer | Problem> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    req.on("data", (part: Buffer) => {
      size += part.length
      if (size > CAPTURE_LIMITS.bytes) parts.length = 0
      else parts.push(part)
      if (size > 8 * CAPTURE_LIMITS.bytes) {
        resolve(TOO_LARGE)
        req.pause()
      }
    })
    req.on("end", () => resolve(size > CAPTURE_LIMITS.bytes ? TOO_LARGE : Buffer.concat(parts)))
    req.on("error", reject)
  })
}
