/** The GS1 Web Vocabulary, in which link types are named. */
export const GS1_VOCABULARY = "https://ref.gs1.org/voc/"

export const LINK_TYPES = {
  defaultLink: `${GS1_VOCABULARY}defaultLink`,
  /** What the goods are. */
  pip: `${GS1_VOCABULARY}pip`,
  /** Where they come from. */
  traceability: `${GS1_VOCABULARY}traceability`,
  /** What an authority has confirmed of them. */
  certificationInfo: `${GS1_VOCABULARY}certificationInfo`,
  /** The repository of their events. */
  epcis: `${GS1_VOCABULARY}epcis`,
} as const

export type LinkType = (typeof LINK_TYPES)[Exclude<keyof typeof LINK_TYPES, "defaultLink">]

/** Where one can go on to from an identifier. `hreflang` holds two-letter languages, `media` an IANA media type. */
export type Link = { type: LinkType; href: string; title: string; hreflang?: string[]; media: string }

/** Everything known behind an address; the first link is the default, in the language of the shop. */
export type Linked = { anchor: string; description: string; links: [Link, ...Link[]] }

/** `gs1:pip`, GS1's address of it or its former address, as one name; undefined for what is none of GS1's. */
export function linkTypeFrom(asked: string): string | undefined {
  const name = /^(?:gs1:|https?:\/\/(?:ref\.|www\.)?gs1\.org\/voc\/)([A-Za-z]+)$/.exec(asked)?.[1]
  return name && GS1_VOCABULARY + name
}

const described = ({ href, title, media, hreflang }: Link) => ({
  href,
  title,
  type: media,
  ...(hreflang && { hreflang }),
})

export type LinkContext = { anchor: string; itemDescription: string; [type: string]: string | object[] }

/**
 * The links as a linkset (RFC 9264, GS1-Conformant Resolver standard): one context, whose default link carries nothing
 * but address and title and is listed under its own type too.
 */
export function linkset({ anchor, description, links }: Linked, shown: Link[] = links): { linkset: LinkContext[] } {
  const types: Record<string, object[]> = {}
  for (const link of shown) types[link.type] = [...(types[link.type] ?? []), described(link)]
  const [{ href, title }] = links
  return {
    linkset: [{ anchor, itemDescription: description, [LINK_TYPES.defaultLink]: [{ href, title }], ...types }],
  }
}
