// Keeps what was typed into a form on this phone until the server has answered it, so that a lost connection or a
// closed browser loses nothing. Files are not kept here. Without this script every form is a plain post.

const PREFIX = "vm-form:"
const WEEK = 7 * 24 * 3600 * 1000
const form = document.querySelector("form[data-keep]")

try {
  forgetAnswered()
  if (form) watch(form)
} catch {
  // No storage (private mode, full): the form works as it is.
}

/**
 * The screen after a question names the one it follows, `?from=name`: then the server has that answer and it is no
 * longer needed here. Any other page proves nothing: it may be where somebody went because sending failed.
 */
function forgetAnswered() {
  const from = new URLSearchParams(location.search).get("from")
  if (from) localStorage.removeItem(PREFIX + location.pathname.replace(/[^/]+$/, from))
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && !(read(key)?.at > Date.now() - WEEK)) localStorage.removeItem(key)
  }
}

function watch(form) {
  const key = keyOf(form)
  const line = document.createElement("p")
  line.className = "kept"
  line.setAttribute("role", "status")
  form.append(line)

  const before = form.hasAttribute("data-answered") ? undefined : read(key)
  if (before && fill(form, before.values)) line.textContent = form.dataset.restored

  form.addEventListener("input", () => {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: valuesOf(form) }))
    line.textContent = form.dataset.kept
  })
}

function keyOf(form) {
  return PREFIX + new URL(form.action).pathname
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined
  } catch {
    return undefined
  }
}

function fieldsOf(form) {
  return [...form.elements].filter(({ name, type }) => name && !["hidden", "submit", "file", "password"].includes(type))
}

function valuesOf(form) {
  const values = {}
  for (const field of fieldsOf(form)) {
    if (field.type !== "radio" || field.checked) values[field.name] = field.value
  }
  return values
}

/** Answers whether anything on the page was other than what is put there now. */
function fill(form, values) {
  let changed = false
  for (const field of fieldsOf(form)) {
    const value = values[field.name]
    if (value === undefined) continue
    if (field.type === "radio") {
      if (field.checked !== (field.value === value)) changed = true
      field.checked = field.value === value
    } else if (field.value !== value) {
      field.value = value
      changed = true
    }
  }
  return changed
}
