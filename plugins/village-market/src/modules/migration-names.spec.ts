import { readdirSync } from "node:fs"
import { join } from "node:path"

describe("the names of migrations", () => {
  it("are unique over all modules: Medusa keeps one list of them, and a second of a name would never run", () => {
    const names = readdirSync(__dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => {
        const files = readdirSync(join(__dirname, name)).includes("migrations")
          ? readdirSync(join(__dirname, name, "migrations"))
          : []
        return files.filter((file) => file.endsWith(".ts"))
      })
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(names.length).toBeGreaterThan(5)
  })
})
