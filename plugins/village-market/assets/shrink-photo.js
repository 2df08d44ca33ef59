// Makes a photo smaller before it is sent (a phone's 4 MB become some 300 kB), says how the sending goes, and keeps the
// chosen photo on the page when the connection is lost. Where the browser cannot do this, the form sends the original.

const LONGEST = 1600
const QUALITY = 0.82

document.addEventListener("submit", (event) => {
  const form = event.target
  if (!form.matches("form[data-shrink]")) return
  const input = form.querySelector("input[type=file]")
  const skipping = event.submitter?.name === "skip"
  if (!input?.files?.[0] || skipping || !window.fetch || !window.createImageBitmap) return
  event.preventDefault()
  if (form.getAttribute("aria-busy") === "true") return
  send(form, input)
})

async function send(form, input) {
  const say = teller(form)
  form.setAttribute("aria-busy", "true")
  try {
    say(form.dataset.shrinking)
    const photo = await shrink(input.files[0])
    const body = new FormData(form)
    body.set(input.name, photo, photo.name)
    say(`${form.dataset.sending} (${Math.ceil(photo.size / 1024)} kB)`)
    const answer = await fetch(form.action, { method: "POST", body })
    if (answer.redirected) return void location.assign(answer.url)
    show(await answer.text())
  } catch {
    say(form.dataset.offline)
  } finally {
    form.removeAttribute("aria-busy")
  }
}

/** The photo as a JPEG of at most 1600 pixels; the original when it is small already or the browser cannot read it. */
export async function shrink(file) {
  if (!file.type.startsWith("image/")) return file
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" })
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement("canvas")
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    const context = canvas.getContext("2d")
    context.fillStyle = "#fff"
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY))
    return blob && blob.size < file.size ? new File([blob], "photo.jpg", { type: "image/jpeg" }) : file
  } catch {
    return file
  }
}

/** An answer that is no redirection is the page with what is wrong: its main part takes the place of ours. */
function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("main")
  if (!fresh) return
  document.querySelector("main").replaceWith(fresh)
  const errors = fresh.querySelector(".errors")
  if (!errors) return
  errors.tabIndex = -1
  errors.focus()
}

function teller(form) {
  let line = form.querySelector(".kept")
  if (!line) {
    line = document.createElement("p")
    line.className = "kept"
    line.setAttribute("role", "status")
    form.append(line)
  }
  return (text) => {
    line.textContent = text
  }
}
