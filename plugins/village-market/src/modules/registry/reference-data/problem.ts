/** One thing wrong with a reference file, where a person opening it would look: `line` counts from 1, the header is line 1. */
export type Problem = {
  file: string
  line: number
  column?: string
  message: string
}

const SHOWN = 20

/** Says every problem in a sentence of its own, at most 20 of them. */
export function problemReport(problems: Problem[]): string {
  const sentences = problems
    .slice(0, SHOWN)
    .map(({ file, line, column, message }) => `${file}, line ${line}${column ? `, column ${column}` : ""}: ${message}`)
  const rest = problems.length - SHOWN
  const head = `The reference data has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}; nothing was imported.`
  return [head, ...sentences, ...(rest > 0 ? [`… and ${rest} more.`] : [])].join("\n")
}
