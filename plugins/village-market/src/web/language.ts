import type { IncomingHttpHeaders } from "node:http"

export const LANGUAGES = ["vi", "en"] as const
export type Language = (typeof LANGUAGES)[number]

type Asked = { query: Record<string, unknown>; cookies?: Record<string, unknown>; headers: IncomingHttpHeaders }

const isLanguage = (value: unknown): value is Language => value === "vi" || value === "en"

/** Vietnamese unless asked otherwise: by `?lang=`, else by the cookie that link leaves, else by Accept-Language (RFC 9110 §12.5.4). */
export function pickLanguage({ query, cookies, headers }: Asked): Language {
  if (isLanguage(query.lang)) return query.lang
  if (isLanguage(cookies?.lang)) return cookies.lang
  return preferred(headers["accept-language"])
}

function preferred(header = ""): Language {
  const best = header
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().toLowerCase().split(";")
      const q = params.map((param) => param.trim()).find((param) => param.startsWith("q="))
      return { tag: tag.split("-")[0], q: q ? Number(q.slice(2)) || 0 : 1 }
    })
    .filter(({ tag, q }) => isLanguage(tag) && q > 0)
    .sort((a, b) => b.q - a.q)[0]
  return isLanguage(best?.tag) ? best.tag : "vi"
}
