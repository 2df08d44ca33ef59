// The diary's service worker: its pages open without a line, and what waits is sent when the phone is back on one, also
// when no page is open. It keeps nothing but the diary; every other page goes to the network as if it were not there.
import { sendWaiting } from "/assets/diary-send.js"
import { allEntries } from "/assets/diary-store.js"

const SHELL = "vm-diary-shell-1"
const PAGES = "vm-diary-pages-1"
const FILES = [
  ...["site.css", "diary.css", "icon.svg", "manifest.webmanifest"],
  ...["diary.js", "diary-view.js", "diary-rules.js", "diary-store.js", "diary-send.js", "shrink-photo.js"],
].map((file) => `/assets/${file}`)
const PATIENCE = 5_000

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const shell = await caches.open(SHELL)
      await shell.addAll(FILES)
      await self.skipWaiting()
    })(),
  )
})

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith("vm-diary-") && name !== SHELL && name !== PAGES) await caches.delete(name)
      await self.clients.claim()
    })(),
  )
})

self.addEventListener("fetch", (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  // Whoever logs out takes the lots off this phone; what waits to be sent stays, for the same household.
  if (request.method === "POST" && pathname === "/producer/logout") event.waitUntil(caches.delete(PAGES))
  if (request.method !== "GET") return
  if (FILES.includes(pathname)) event.respondWith(freshFile(request))
  else if (isDiary(pathname) && (request.mode === "navigate" || request.headers.has("x-diary-keep")))
    event.respondWith(freshPage(request, pathname))
  else if (pathname === "/producer" && request.mode === "navigate") event.respondWith(homeOrDiary(request))
})

self.addEventListener("sync", (event) => {
  if (event.tag === "vm-diary") event.waitUntil(sendAll())
})

const isDiary = (path) => /^\/producer\/diary(\/lot_\w+)?$/.test(path)

/** From the network while it answers in time, and kept; else as it was kept. */
async function freshPage(request, pathname) {
  const pages = await caches.open(PAGES)
  try {
    const answer = await inTime(request)
    if (answer.ok && !answer.redirected) await keepPage(pages, pathname, answer.clone())
    return answer
  } catch {
    return (await pages.match(pathname)) ?? (await pages.match("/producer/diary")) ?? Response.error()
  }
}

/** Pages of one household at a time: those of another that was logged in here before go. */
async function keepPage(pages, pathname, answer) {
  const household = answer.headers.get("x-household")
  const before = (await pages.match("/producer/diary"))?.headers.get("x-household")
  if (before && before !== household) for (const page of await pages.keys()) await pages.delete(page)
  await pages.put(pathname, answer)
}

async function freshFile(request) {
  try {
    const answer = await inTime(request)
    if (answer.ok) await (await caches.open(SHELL)).put(request, answer.clone())
    return answer
  } catch {
    return (await caches.match(request)) ?? Response.error()
  }
}

async function homeOrDiary(request) {
  try {
    return await fetch(request)
  } catch {
    const kept = await (await caches.open(PAGES)).match("/producer/diary")
    return kept ? Response.redirect("/producer/diary") : Response.error()
  }
}

const inTime = (request) =>
  Promise.race([fetch(request), new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE))])

/** The household is the one whose pages are kept here; entries of others wait for theirs. */
async function sendAll() {
  const kept = await (await caches.open(PAGES)).match("/producer/diary")
  const household = kept?.headers.get("x-household")
  const waits = (await allEntries()).some((entry) => entry.household === household && entry.state !== "sent")
  if (household && waits && (await sendWaiting(household))) throw new Error("Something is left for a later try")
}
