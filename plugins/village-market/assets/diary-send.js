// Sends what waits in the diary's queue, one entry after the other; the page and the service worker both use it.
import { claimed, isDue, nextDue, partToSend, replied } from "./diary-rules.js"
import { change, photoOf } from "./diary-store.js"

const PATIENCE = 60_000

/** Tells every open page that the queue has changed. */
const tell = () => {
  if (!("BroadcastChannel" in globalThis)) return
  const channel = new BroadcastChannel("vm-diary")
  channel.postMessage("changed")
  channel.close()
}

/** Sends until nothing is due any more or the line is gone. Answers whether something is left for a later try. */
export async function sendWaiting(household, onChange = () => {}) {
  for (;;) {
    const now = Date.now()
    const entry = await change(
      (entries) => nextDue(entries, household, now),
      (chosen) => claimed(chosen, now),
    )
    if (!entry) return false
    onChange()
    const reply = await send(entry)
    const after = await change(
      (entries) => entries.find(({ key }) => key === entry.key),
      (stored) => replied(stored, reply, Date.now()),
    )
    onChange()
    tell()
    if (after && after.state === "waiting" && !isDue(after, household, Date.now())) return true
    if (after?.code === "login" || after?.code === "household") return true
  }
}

/** The server's reply, or undefined when there was none. */
async function send(entry) {
  const part = partToSend(entry)
  const body = new FormData()
  body.set("household", entry.household)
  body.set("lot", entry.lot)
  if (part === "photo") {
    body.set("key", `${entry.key}-photo`)
    body.set("event", entry.answer.id)
  } else {
    body.set("key", entry.key)
    for (const [name, value] of Object.entries(entry.fields)) if (value) body.set(name, value)
  }
  if (part !== "step") {
    const bytes = await photoOf(entry.key)
    if (bytes) body.set("photo", new Blob([bytes], { type: "image/jpeg" }), "photo.jpg")
  }
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), PATIENCE)
  try {
    const answer = await fetch(part === "photo" ? "/producer/diary-photos" : "/producer/diary-entries", {
      method: "POST",
      headers: { accept: "application/json" },
      body,
      credentials: "same-origin",
      redirect: "manual",
      signal: stop.signal,
    })
    return { status: answer.status, body: await answer.json().catch(() => undefined) }
  } catch {
    return undefined
  } finally {
    clearTimeout(late)
  }
}
