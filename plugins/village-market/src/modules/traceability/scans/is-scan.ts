/** What is looked at of a request; nothing of it is kept. Header names in small letters. */
export type Look = { method: string; headers: Record<string, string | string[] | undefined>; loggedIn: boolean }

/**
 * Programs that fetch pages without a person: search engines, previews of links in messages (Zalo, Facebook, Telegram),
 * watchers and plain libraries. By the name they give themselves; who lies is counted.
 */
const PROGRAMS =
  /(?<!cu)bot\b|(?<!cu)bot[/;_-]|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|whatsapp|telegram|skypeuri|embedly|zalo\w*(bot|share)|lighthouse|headless|monitor|uptime|pingdom|curl|wget|python|java\/|go-http|okhttp|axios|node-fetch|undici|libwww|httpclient|scrapy/i

/**
 * Whether a look at a lot's page counts as a scan: a person's browser that opens it from outside. Not counted: HEAD,
 * what a browser fetches ahead (Sec-Purpose, formerly Purpose and X-Moz), programs, moving about within our own pages
 * (another language, a step back), and whoever is logged in as a producer or an official: they look at their own work.
 */
export function isScan({ method, headers, loggedIn }: Look): boolean {
  if (method !== "GET" || loggedIn) return false
  const said = (name: string) => String(headers[name] ?? "").toLowerCase()
  if (["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) => /prefetch|prerender|preview/.test(said(name))))
    return false
  if (said("sec-fetch-site") === "same-origin") return false
  const mode = said("sec-fetch-mode")
  if (mode !== "" && mode !== "navigate") return false
  const agent = said("user-agent")
  return agent !== "" && !PROGRAMS.test(agent)
}
