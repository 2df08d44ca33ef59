import { z } from "@medusajs/framework/zod"
import { COSIGNATURE_V1, parseVkey } from "./signed-note"

/** How the log is signed, and where its checkpoints are kept out of the operator's reach. */
export const TraceLogSettings = z
  .object({
    /** The Ed25519 seed, RFC 8032: 32 bytes in lower-case hexadecimal. Without it nothing is signed. */
    key: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "32 bytes in lower-case hexadecimal")
      .optional(),
    /** A folder, best on a disk of somebody else, into which each checkpoint is written once. */
    exportDir: z.string().optional(),
    /** Submission prefix of a witness (C2SP tlog-witness), and its vkey (type 4). */
    witnessUrl: z.string().url().optional(),
    witnessVkey: z
      .string()
      .refine((vkey) => parseVkey(vkey)?.type === COSIGNATURE_V1, "a vkey of C2SP tlog-cosignature, Ed25519")
      .optional(),
  })
  .refine(({ witnessUrl, witnessVkey }) => !witnessUrl === !witnessVkey, "a witness has both an address and a vkey")
