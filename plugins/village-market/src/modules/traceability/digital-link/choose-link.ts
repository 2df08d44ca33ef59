import { LINK_TYPES, type Link, type Linked, linkTypeFrom } from "./links"

/** What is asked of a resolver besides the identifier. */
export type Request = {
  linkType?: string
  accept?: string
  /** Languages in the order of preference, each with its quality from 0 to 1. Empty: none is preferred. */
  languages: { tag: string; q: number }[]
}

export type Choice =
  | { kind: "linkset" }
  | { kind: "redirect"; link: Link }
  /** Several that fit equally well. */
  | { kind: "choices"; links: Link[] }
  /** No link of the type that was asked for. */
  | { kind: "none" }

/** Which answer a GS1-conformant resolver gives (GS1-Conformant Resolver standard §2). */
export function chooseLink({ links }: Linked, { linkType, accept = "", languages }: Request): Choice {
  if (linkType === "linkset" || linkType === "all" || asksForLinkset(accept)) return { kind: "linkset" }
  const [first] = links
  const type = linkType ? linkTypeFrom(linkType) : LINK_TYPES.defaultLink
  const isDefault = type === LINK_TYPES.defaultLink
  const ofType = links.filter((link) => link.type === (isDefault ? first.type : type))
  const best = bestByLanguage(ofType, languages)
  const [link] = best
  if (!link) return { kind: "none" }
  if (best.length === 1) return { kind: "redirect", link }
  // One link is the default for every request that says nothing better.
  return isDefault ? { kind: "redirect", link: best.includes(first) ? first : link } : { kind: "choices", links: best }
}

/** A linkset, when it is named with at least the quality of everything else that is named. */
function asksForLinkset(accept: string): boolean {
  const ranges = accept.split(",").map((range) => {
    const [media = "", ...params] = range.trim().toLowerCase().split(";")
    const q = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find(Boolean)
    return { media: media.trim(), q: q === undefined ? 1 : Number(q) }
  })
  const linkset = ranges.find(({ media }) => media === "application/linkset+json")?.q ?? 0
  return linkset > 0 && ranges.every(({ q }) => q <= linkset)
}

/** Those in the language that is preferred most; all of them, where no language fits or none is asked for. */
function bestByLanguage(links: Link[], languages: Request["languages"]): Link[] {
  const quality = ({ hreflang = [] }: Link) =>
    Math.max(0, ...hreflang.map((language) => languages.find(({ tag }) => tag === language)?.q ?? 0))
  const best = Math.max(0, ...links.map(quality))
  return best === 0 ? links : links.filter((link) => quality(link) === best)
}

/** Reads `Accept-Language` (RFC 9110 §12.5.4) down to two letters; `vi-VN` counts as `vi`. */
export function languagesFrom(header = ""): Request["languages"] {
  return header.split(",").flatMap((part) => {
    const [range = "", ...params] = part.trim().toLowerCase().split(";")
    const q = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find(Boolean)
    const tag = range.split("-")[0] ?? ""
    return /^[a-z]{2}$/.test(tag) ? [{ tag, q: q === undefined ? 1 : Number(q) }] : []
  })
}

/** The target with every pair of the request's query added, except those it has already. */
export function withQuery(href: string, query: string): string {
  const target = new URL(href)
  const own = new Set(target.searchParams.keys())
  const passed = query.split("&").filter((pair) => pair !== "" && !own.has(pair.split("=")[0] ?? ""))
  const search = [target.search.slice(1), ...passed].filter(Boolean).join("&")
  return `${target.origin}${target.pathname}${search && `?${search}`}${target.hash}`
}
