// The diary on the phone: what is written is kept here first and sent when there is signal, once, whatever happens to
// replies. Without this script, or where the phone keeps nothing, every form is a plain post.
import {
  dayInVietnam,
  happenedAt,
  isOver,
  newEntry,
  tryAgain,
  untilDue,
  withoutPhoto,
  withServerClock,
} from "./diary-rules.js"
import { sendWaiting } from "./diary-send.js"
import { allEntries, change, forget, keep } from "./diary-store.js"
import { drawQueue } from "./diary-view.js"
import { shrink } from "./shrink-photo.js"

const box = document.querySelector("#diary-queue")
const household = box?.dataset.household
const words = JSON.parse(box?.dataset.words ?? "{}")
const status = document.querySelector("#diary-status")
let timer

if (box && "indexedDB" in window) start().catch(() => say(words.storage))

async function start() {
  await draw()
  setToday()
  document.addEventListener("submit", onSubmit)
  document.addEventListener("change", ({ target }) => target.name === "step" && showAsked(target))
  document.querySelectorAll("main input[name=step]:checked").forEach(showAsked)
  window.addEventListener("online", sendNow)
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendNow())
  if ("BroadcastChannel" in window) new BroadcastChannel("vm-diary").addEventListener("message", draw)
  for (const entry of await allEntries()) if (isOver(entry, Date.now())) await forget(entry.key)
  sendNow()
  await work()
}

/** The service worker opens the diary without a line; this page tells it which pages to keep. */
async function work() {
  if (!("serviceWorker" in navigator)) return
  try {
    await navigator.serviceWorker.register("/producer/diary-worker.js", { scope: "/producer", type: "module" })
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }))
    await keepPages()
    document.documentElement.dataset.offline = "ready"
  } catch {
    // A browser without module workers: the diary works while it is open.
  }
}

async function keepPages() {
  const paths = new Set(["/producer/diary", location.pathname])
  for (const link of document.querySelectorAll("a[data-keep]")) paths.add(new URL(link.href).pathname)
  for (const path of paths) await fetch(path, { headers: { "x-diary-keep": "1" } }).catch(() => {})
}

async function onSubmit(event) {
  const form = event.target
  if (!form.matches("form[data-diary]")) return
  event.preventDefault()
  if (form.getAttribute("aria-busy") === "true") return
  form.setAttribute("aria-busy", "true")
  try {
    await write(form)
  } finally {
    form.removeAttribute("aria-busy")
  }
}

async function write(form) {
  const data = new FormData(form)
  const text = (name) => String(data.get(name) ?? "").trim()
  const chosen = form.querySelector("input[name=step]:checked") ?? form.querySelector("input[name=step][type=hidden]")
  if (!chosen) {
    say(words.choose)
    return void form.querySelector("input[name=step]")?.focus()
  }
  const photo = await smallPhoto(form)
  const now = Date.now()
  const fields = { step: chosen.value, happened_at: happenedAt(text("happened_at"), now) }
  for (const name of ["amount", "unit", "input", "note"]) fields[name] = text(name)
  const entry = newEntry({
    ...{ key: newKey(), household, lot: form.dataset.diary, title: form.dataset.title, now, fields },
    ...{ word: chosen.dataset.word, hasPhoto: Boolean(photo) },
  })
  if (!(await kept(entry, photo))) return
  form.reset()
  setToday()
  form.closest("details")?.removeAttribute("open")
  await draw()
  status.focus()
  sendNow()
}

/** Without room for the photo the step is kept alone; without room for that either, the form goes as it is. */
async function kept(entry, photo) {
  try {
    await keep(entry, photo)
    say(words.kept)
    return true
  } catch {
    if (!photo) return say(words.full)
  }
  try {
    await keep({ ...entry, hasPhoto: false })
    say(words.fullPhoto)
    return true
  } catch {
    return say(words.full)
  }
}

async function smallPhoto(form) {
  const file = form.querySelector("input[type=file]")?.files?.[0]
  if (!file || file.size === 0) return undefined
  say(words.shrinking)
  return (await shrink(file)).arrayBuffer()
}

async function sendNow() {
  clearTimeout(timer)
  if (navigator.onLine === false) return void later()
  const before = (await allEntries()).filter(({ state }) => state === "sent").length
  await sendWaiting(household, draw)
  const after = (await allEntries()).filter(({ state }) => state === "sent").length
  if (after > before) await freshen()
  await later()
}

/** Tries again when something is due, and asks the browser to do so when this page is closed. */
async function later() {
  const wait = untilDue(await allEntries(), household, Date.now())
  if (wait === undefined) return
  timer = setTimeout(sendNow, Math.max(1_000, wait))
  const registration = await navigator.serviceWorker?.getRegistration("/producer")
  await registration?.sync?.register("vm-diary").catch(() => {})
}

/** What the server has now, in the place of what it had when the page was opened. */
async function freshen() {
  say(words.sentNow)
  const answer = await fetch(location.pathname, { headers: { "x-diary-keep": "1" } }).catch(() => undefined)
  if (!answer?.ok || answer.redirected) return
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#diary-fresh")
  const open = document.querySelector("#diary-fresh details[open]")
  if (fresh && !open) document.querySelector("#diary-fresh")?.replaceWith(fresh)
}

const same = (entry) => (entries) => entries.find(({ key }) => key === entry.key)

const DEEDS = {
  drop: (entry) => forget(entry.key),
  again: (entry) => change(same(entry), tryAgain),
  noPhoto: (entry) => change(same(entry), withoutPhoto),
  clock: (entry) => change(same(entry), (stored) => withServerClock(stored, Date.now())),
  undo: takeBack,
}

async function act(deed, entry) {
  await DEEDS[deed](entry)
  await draw()
  status.focus()
  if (deed !== "drop") await sendNow()
}

/** A step the market has is never taken away: it is declared a mistake. */
async function takeBack(entry) {
  const body = new URLSearchParams({ event: entry.answer.id, household })
  const answer = await fetch(`/producer/diary/${entry.lot}/undo`, {
    method: "POST",
    headers: { accept: "application/json" },
    body,
  }).catch(() => undefined)
  const said = await answer?.json().catch(() => undefined)
  if (!answer?.ok) return say(said?.message ?? words.undoOffline)
  await forget(entry.key)
  say(words.undone)
  await freshen()
}

async function draw() {
  drawQueue(box, await allEntries(), household, words, act)
}

function say(text) {
  status.textContent = text ?? ""
}

/** A page that was kept on the phone says the day on which it was made. */
function setToday() {
  for (const field of document.querySelectorAll("form[data-diary] input[type=date]")) {
    field.value = dayInVietnam(Date.now())
    field.max = field.value
  }
}

/** Only what this step asks for; everything stays open where the step is not known. */
function showAsked({ dataset, form }) {
  for (const part of form?.querySelectorAll("[data-asked]") ?? [])
    part.hidden = dataset.asks !== undefined && !dataset.asks.split(" ").includes(part.dataset.asked)
}

const newKey = () =>
  crypto.randomUUID?.() ??
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("")
