import { readFileSync } from "node:fs"
import type { Result } from "axe-core"
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { baseUrl } from "./shop"
import { variable } from "./variable"

const WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

/** One Chromium per spec file, to be closed in afterAll. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: variable("CHROMIUM_PATH"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
  })
}

export type PageOptions = BrowserContextOptions & { width?: number; height?: number }

/** A page in a context of its own (cookies, storage) with the shared shop as its base; close it by its context. */
export async function open(
  browser: Browser,
  { width = 360, height = 740, ...options }: PageOptions = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: baseUrl(),
    viewport: { width, height },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    ...options,
  })
  return context.newPage()
}

/**
 * The page's violations of WCAG 2.2 A and AA in readable lines, empty when there are none. axe needs JavaScript, so
 * it cannot look at a page opened without.
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"))
  const violations: Result[] = await page.evaluate(
    async (tags) => (await window.axe.run(document, { runOnly: tags })).violations,
    WCAG_22_AA,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}\n  at ${target.join(" ")}\n  ${html}`),
  )
}

declare global {
  interface Window {
    axe: typeof import("axe-core")
  }
}
