// What the phone keeps of the diary, as a list that can be read, listened to and acted on.
import { takingBack } from "./diary-rules.js"

/** The sentence for an entry's state. */
export function stateOf(entry, words) {
  if (entry.state === "sending") return words.sending
  if (entry.state === "sent") return words.sent
  if (entry.state === "refused") return `${words.refused}: ${entry.reason ?? ""}`
  if (entry.code === "login" || entry.code === "household") return words.login
  if (entry.answer) return words.photoWaits
  return entry.attempts > 0 ? `${words.waiting}; ${words.unclear}` : words.waiting
}

/** What can be done about it, `[deed, name]`, the likeliest first. */
export function waysOut(entry, words) {
  const back = takingBack(entry)
  if (entry.state === "sent") return [["undo", words.undo]]
  if (entry.state === "refused") {
    const mend = entry.code === "clock" ? [["clock", words.clock]] : entry.hasPhoto ? [["noPhoto", words.noPhoto]] : []
    return [...mend, ["again", words.again], ...(back === "drop" ? [["drop", words.drop]] : [])]
  }
  return entry.state === "waiting" && back === "drop" ? [["drop", words.drop]] : []
}

/** Draws the queue of this household into `box`; `act(deed, entry)` is called for a button. */
export function drawQueue(box, entries, household, words, act) {
  const own = entries.filter((entry) => entry.household === household).sort((a, b) => b.written - a.written)
  const others = entries.some((entry) => entry.household !== household && entry.state !== "sent")
  const list = box.querySelector("ul")
  list.replaceChildren(...own.map((entry) => line(entry, words, act)))
  box.querySelector(".others").hidden = !others
  box.querySelector(".login").hidden = !own.some(({ code, state }) => code === "login" && state === "waiting")
  box.hidden = own.length === 0 && !others
}

function line(entry, words, act) {
  const item = document.createElement("li")
  const text = document.createElement("p")
  const name = document.createElement("strong")
  name.textContent = entry.word
  text.append(name, ` · ${entry.title} — ${stateOf(entry, words)}`)
  if (entry.state === "refused") text.className = "refused"
  item.dataset.key = entry.key
  item.dataset.state = entry.state
  item.append(text)
  for (const [deed, label] of waysOut(entry, words)) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "button secondary"
    button.textContent = label
    button.setAttribute("aria-label", `${label}: ${entry.word} · ${entry.title}`)
    button.addEventListener("click", () => act(deed, entry))
    item.append(button)
  }
  return item
}
