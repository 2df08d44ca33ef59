import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"

const ROOT = join(__dirname, "..")
const PLUGIN = join(ROOT, "../plugins/village-market/src")

/** Every row of the list of what goes wrong: the file and the title of the test that shows it. */
const rows = readFileSync(join(ROOT, "README.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| what goes wrong"))
  .map((line) => {
    const [, what = "", file = "", title = ""] = /^\| (.+) \| `([^`]+)` (.+) \|$/.exec(line) ?? []
    return { what, file, title }
  })

describe("the list of what goes wrong in a basket of several sellers", () => {
  it("has rows, and each of them names a test", () => {
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.filter(({ file, title }) => !file || !title)).toEqual([])
  })

  it.each(rows)("$what: $file", ({ file, title }) => {
    const path = file.startsWith("@") ? join(PLUGIN, file.slice(1)) : join(ROOT, file)
    expect([file, existsSync(path)]).toEqual([file, true])
    const source = readFileSync(path, "utf8")
    // The title as the test's first argument: in quotation marks, or the end of a template.
    const named = [`("${title}"`, `"${title}",`, `${title}\``].some((text) => source.includes(text))
    expect([title, named]).toEqual([title, true])
  })
})
