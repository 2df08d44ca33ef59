import { isScan, type Look } from "./is-scan"

const PHONE =
  "Mozilla/5.0 (Linux; Android 10; SM-A107F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36"
const look = (headers: Look["headers"] = {}, more: Partial<Look> = {}): Look => ({
  method: "GET",
  loggedIn: false,
  headers: { "user-agent": PHONE, ...headers },
  ...more,
})

describe("what counts as a scan", () => {
  it.each([
    ["a phone's camera", {}],
    ["a modern browser from nowhere", { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" }],
    ["a link in another page", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }],
    ["the browser inside Zalo", { "user-agent": `${PHONE} Zalo android/12120629` }],
    ["a phone called Cubot", { "user-agent": PHONE.replace("SM-A107F", "CUBOT_X30 Build") }],
  ])("counts %s", (_, headers) => {
    expect(isScan(look(headers))).toBe(true)
  })

  it.each([
    ["a page fetched ahead", { "sec-purpose": "prefetch" }],
    ["a page drawn ahead", { "sec-purpose": "prefetch;prerender" }],
    ["an old browser's fetching ahead", { purpose: "prefetch" }],
    ["Firefox's fetching ahead", { "x-moz": "prefetch" }],
    ["another language of the page", { "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate" }],
    ["a script's fetch", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" }],
    ["nobody", { "user-agent": undefined }],
    ["Google", { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" }],
    ["Cốc Cốc", { "user-agent": "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)" }],
    ["Facebook's preview", { "user-agent": "facebookexternalhit/1.1" }],
    ["Telegram's preview", { "user-agent": "TelegramBot (like TwitterBot)" }],
    ["a tool", { "user-agent": "curl/8.5.0" }],
    ["a browser without a screen", { "user-agent": PHONE.replace("Chrome", "HeadlessChrome") }],
  ])("does not count %s", (_, headers) => {
    expect(isScan(look(headers))).toBe(false)
  })

  it("counts neither HEAD nor whoever is logged in", () => {
    expect(isScan(look({}, { method: "HEAD" }))).toBe(false)
    expect(isScan(look({}, { loggedIn: true }))).toBe(false)
  })
})
