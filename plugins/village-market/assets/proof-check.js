// Checks the records of a lot in the buyer's own browser, and that the log has not been rewritten since this phone last
// saw it. Without this script, or where the browser lacks something, the page goes on saying "not checked".

import { canCheck, checkRecord, fromBase64, hexOf, isConsistent, openCheckpoint } from "./log-proof.js"

const box = document.querySelector("[data-proof]")
if (box) check(box).catch(() => say(box, "unchecked", "failed"))

async function check(box) {
  if (!(await canCheck())) return say(box, "unchecked", "unable")
  const reply = await fetch(box.dataset.proof)
  if (!reply.ok) return say(box, "unchecked", "failed")
  const { records, checkpoint: note } = await reply.json()
  const { vkey } = box.dataset
  if (!note || records.length === 0) return say(box, "unchecked", "failed")
  const checkpoint = await openCheckpoint(note, vkey)
  if (!checkpoint) return say(box, "mismatch", "changed")
  const found = await Promise.all(records.map((record) => checkRecord(record, vkey).catch(spoilt)))
  const wrong = records.filter((_, n) => found[n].outcome === "mismatch")
  for (const { index } of wrong) mark(index)
  if (wrong.length > 0 || isPageUnlike(records)) return say(box, "mismatch", "changed")
  const seen = await remembered(checkpoint)
  if (seen === "rewritten") return say(box, "mismatch", "rewritten")
  if (seen === "unknown") return say(box, "unchecked", "failed")
  const intact = found.filter(({ outcome }) => outcome === "intact").length
  return say(box, "checked", intact === records.length ? "checked" : "partly", intact, records.length - intact)
}

const spoilt = () => ({ outcome: "mismatch" })

/** Every step that the page shows must be among the records that were checked. */
function isPageUnlike(records) {
  const handed = new Set(records.map(({ index }) => String(index)))
  return [...document.querySelectorAll("[data-record]")].some((step) => !handed.has(step.dataset.record))
}

function mark(index) {
  document.querySelector(`[data-record="${Number(index)}"]`)?.setAttribute("data-mismatch", "")
}

/**
 * The log must continue what this phone saw before: "rewritten" when it does not. The largest tree seen is kept, as a
 * size and a root, whatever key signed it; nothing else is stored.
 */
async function remembered(now) {
  const before = read()
  if (!before) return keep(now)
  const [first, second] = before.size <= now.size ? [before, now] : [now, before]
  if (first.size === 0n) return keep(second)
  if (first.size === second.size) return hexOf(first.root) === hexOf(second.root) ? "continued" : "rewritten"
  const reply = await fetch(`/trace-log/consistency/${first.size}/${second.size}`)
  // A log that has become shorter than what was seen has no such proof.
  if (reply.status === 404) return "rewritten"
  if (!reply.ok) return "unknown"
  const { hashes } = await reply.json()
  return (await isConsistent(first, second, hashes.map(fromBase64))) ? keep(second) : "rewritten"
}

const KEY = "vm-trace-log"

function read() {
  try {
    const { size, root } = JSON.parse(localStorage.getItem(KEY))
    return { size: BigInt(size), root: fromBase64(root) }
  } catch {
    return undefined // nothing seen yet, or no storage (private mode)
  }
}

function keep({ size, root }) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ size: String(size), root: btoa(String.fromCharCode(...root)) }))
  } catch {
    // No storage: the next visit compares nothing.
  }
  return "continued"
}

function say(box, outcome, word, ...counts) {
  const line = box.querySelector("[role=status]")
  const text = box.dataset[`say${word[0].toUpperCase()}${word.slice(1)}`] ?? ""
  box.dataset.outcome = outcome
  line.textContent = counts.reduce((said, count, n) => said.replace(`{${n}}`, count), text)
}
