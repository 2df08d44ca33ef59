import type { Finding, FindingCode } from "./problem"

export const MOST_FINDINGS = 50

/** Collects what is wrong with a document, with the place where it is; after the fiftieth nothing more is looked for. */
export class Findings {
  readonly all: Finding[] = []
  private readonly path: (string | number)[]

  constructor(path: (string | number)[] = []) {
    this.path = [...path]
  }

  get full(): boolean {
    return this.all.length > MOST_FINDINGS
  }

  add(code: FindingCode, message: string): void {
    if (this.full) return
    if (this.all.length < MOST_FINDINGS) {
      this.all.push({ path: pointer(this.path), code, message })
    } else {
      this.all.push({ path: "", code: "too_many_findings", message: "There is more; mend these first." })
    }
  }

  /** Looks at a member or an item. */
  at(name: string | number, look: () => void): void {
    if (this.full) return
    this.path.push(name)
    look()
    this.path.pop()
  }
}

/** A JSON pointer, RFC 6901; names of enemies are cut, for a finding must stay readable. */
const pointer = (path: (string | number)[]): string =>
  path.map((name) => `/${String(name).slice(0, 100).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("")
