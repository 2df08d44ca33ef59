import { createHash } from "node:crypto"
import { canonical } from "../log/jcs"
import type { StoredEvent } from "./epcis-event"

/**
 * What binds a whole event to its public form: hex SHA-256(salt ‖ JCS(event)). Whoever holds the event and its 32-byte
 * salt can check it; nobody can try out quantities against it.
 */
export const eventDigest = (salt: Uint8Array, event: StoredEvent) =>
  createHash("sha256").update(salt).update(canonical(event), "utf8").digest("hex")
