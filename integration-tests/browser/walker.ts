import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import { accessibilityProblems, open, type PageOptions } from "../harness/browser"

/** Pictures for the README; taken only when asked for, so that a test run does not touch the checkout. */
const PICTURES = process.env.UPDATE_SCREENSHOTS ? join(__dirname, "screenshots") : undefined

/** Somebody at a screen, who looks at every page it comes to: axe finds nothing, nothing sticks out sideways. */
export class Walker {
  readonly #looked = new Set<string>()

  private constructor(
    readonly page: Page,
    readonly javaScript: boolean,
    readonly width: number,
  ) {}

  static async enter(browser: Browser, options: PageOptions): Promise<Walker> {
    const page = await open(browser, options)
    page.setDefaultTimeout(15_000)
    return new Walker(page, options.javaScriptEnabled ?? true, options.width ?? 360)
  }

  async go(path: string, status = 200) {
    const response = await this.page.goto(path)
    expect([path, response?.status()]).toEqual([path, status])
    await this.look()
  }

  async press(name: string | RegExp) {
    await Promise.all([this.page.waitForNavigation(), this.page.getByRole("button", { name }).first().click()])
    await this.look()
  }

  async follow(name: string | RegExp) {
    await Promise.all([this.page.waitForNavigation(), this.page.getByRole("link", { name }).first().click()])
    await this.look()
  }

  /** Writes into a field, or chooses an option, by the field's name. */
  async fill(name: string, value: string) {
    const field = this.page.locator(`main [name="${name}"]:not([type=hidden])`)
    const [kind] = await field.evaluateAll((found) =>
      found.map((one) => `${one.tagName}:${one.getAttribute("type") ?? ""}`),
    )
    if (kind === "SELECT:") await field.selectOption(value)
    else if (kind === "INPUT:radio" || kind === "INPUT:checkbox")
      await this.page.locator(`main [name="${name}"][value="${value}"]`).check()
    else await field.fill(value)
  }

  /** Presses one of several buttons that answer the same question. */
  async choose(name: string, value: string) {
    const button = this.page.locator(`main button[name="${name}"][value="${value}"]`)
    await Promise.all([this.page.waitForNavigation(), button.first().click()])
    await this.look()
  }

  /** Once per kind of page; axe needs JavaScript. */
  async look() {
    const { pathname } = new URL(this.page.url())
    const kind = pathname.replace(/[a-z]+_[0-9A-Za-z]+|[^/]*\d[^/]*/g, "*")
    if (!this.javaScript || this.#looked.has(kind)) return
    this.#looked.add(kind)
    expect([pathname, await accessibilityProblems(this.page)]).toEqual([pathname, []])
    const wider = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect([pathname, wider]).toEqual([pathname, 0])
  }

  /** What is on the screen; from the top of the page, or with an element of it at the top of the screen. */
  async picture(name: string, from?: string) {
    if (!PICTURES || !this.javaScript) return
    mkdirSync(PICTURES, { recursive: true })
    if (from)
      await this.page
        .locator(from)
        .first()
        .evaluate((element) => element.scrollIntoView())
    await this.page.screenshot({ path: join(PICTURES, `${name}-${this.width}.jpg`), type: "jpeg", quality: 70 })
  }

  leave = () => this.page.context().close()
}
