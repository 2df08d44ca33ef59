import { useCallback, useEffect, useState } from "react"

/** Asks our `/admin` routes with the dashboard's session; a refusal is thrown with the server's own sentence. */
export async function api<T>(path: string, body?: object, headers?: Record<string, string>): Promise<T> {
  const answer = await fetch(path, {
    method: body ? "POST" : "GET",
    credentials: "include",
    headers: { accept: "application/json", ...(body ? { "content-type": "application/json" } : {}), ...headers },
    body: body ? JSON.stringify(body) : undefined,
  })
  const data = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Error(data.message ?? answer.statusText)
  return data
}

/** What `path` answers, with the way to ask again; an answer to an older question is dropped. */
export function useApi<T>(path: string) {
  const [state, setState] = useState<{ data?: T; error?: string }>({})
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same question again
  useEffect(() => {
    let current = true
    api<T>(path).then(
      (data) => current && setState({ data }),
      (error: Error) => current && setState({ error: error.message }),
    )
    return () => {
      current = false
    }
  }, [path, round])
  return { ...state, reload: useCallback(() => setRound((n) => n + 1), []) }
}
