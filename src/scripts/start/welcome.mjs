import path from "node:path"
import { readJson, writeJson } from "./files.mjs"
import { LOCAL } from "./paths.mjs"

/**
 * What the seed writes for people and scripts; see DESIGN, "Addresses that others rely on".
 * @typedef {object} Demo
 * @property {string} [base_url]
 * @property {{ email: string, password: string }} [admin]
 * @property {{ email: string, password: string, area: string }[]} [officials]
 * @property {{ id: string, name: string, phone: string, otp: string }[]} [producers]
 */

const FILE = path.join(LOCAL, "demo.json")

/** @param {string} baseUrl */
export function mergeBaseUrl(baseUrl) {
  const demo = /** @type {Demo} */ (readJson(FILE) ?? {})
  if (demo.base_url !== baseUrl) writeJson(FILE, { ...demo, base_url: baseUrl }, 0o600)
}

/** @param {{ baseUrl: string, demo: boolean, log?: string, took: string }} from */
export function welcome({ baseUrl, demo, log, took }) {
  const addresses = [
    ["shop", "/market"],
    ["producers", "/producer"],
    ["officials", "/office"],
    ["operator", "/app"],
    ...(demo ? [["messages sent", "/demo/messages"]] : []),
  ].map(([who = "", path]) => `  ${who.padEnd(14)} ${baseUrl}${path}`)
  return [
    "",
    `The shop is served, ${took} after the start.${demo ? " DEMONSTRATION: test data, messages and codes open to all." : ""}`,
    "",
    ...addresses,
    ...(demo ? logins(/** @type {Demo} */ (readJson(FILE) ?? {})) : []),
    "",
    ...(log ? [`Its log: ${log}`] : []),
    "Ctrl-C stops it.",
    "",
  ].join("\n")
}

/** @param {Demo} demo */
function logins({ admin, officials = [], producers = [] }) {
  return [
    "",
    "Demo logins:",
    ...(admin ? [`  operator       ${admin.email}  ${admin.password}`] : []),
    ...officials.map(({ email, password, area }) => `  official       ${email}  ${password}  (${area})`),
    ...producers.slice(0, 3).map(({ phone, otp, name }) => `  producer       ${phone}  code ${otp}  (${name})`),
    ...(producers.length > 3 ? [`  … and ${producers.length - 3} more producers in ${FILE}`] : []),
  ]
}
