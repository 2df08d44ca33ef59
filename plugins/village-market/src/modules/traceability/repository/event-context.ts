import type { Json } from "../log/jcs"
import { recordContext } from "../lots/lot-event"

/** GS1's own context, in any of its addresses: it defines the standard's words, which we know. */
const GS1_CONTEXT = /^https?:\/\/(?:ref\.gs1\.org|gs1\.github\.io|id\.gs1\.org)\/.*epcis-context\.jsonld$/

/** The context of every document that we serve. */
export const documentContext = recordContext

/**
 * An event taken out of its document keeps what the document said of its prefixes, as its own `@context`; without any of
 * its own it stays as it was.
 */
export function withContext(event: { [key: string]: Json }, document: Json): { [key: string]: Json } {
  const parts = [...partsOf(document), ...partsOf(event["@context"] ?? null)]
  if (parts.length === 0) {
    const { "@context": _, ...rest } = event
    return rest
  }
  return { ...event, "@context": parts }
}

const partsOf = (context: Json): Json[] =>
  (Array.isArray(context) ? context : context === null ? [] : [context]).filter(
    (part) => typeof part !== "string" || !GS1_CONTEXT.test(part),
  )
