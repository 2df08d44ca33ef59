/** What a cell's text means, or why it means nothing; the message completes a sentence and ends with a full stop. */
export type Cell<T> = (text: string) => { value: T } | { message: string }

export const text: Cell<string> = (cell) => (cell === "" ? { message: "the cell is empty." } : { value: cell })

/** An empty cell is null. */
export const optional =
  <T>(inner: Cell<T>): Cell<T | null> =>
  (cell) =>
    cell === "" ? { value: null } : inner(cell)

/** A code that keeps its leading zeros, such as "01" or "01110". */
export const code =
  (shape: RegExp, description: string): Cell<string> =>
  (cell) =>
    shape.test(cell) ? { value: cell } : { message: `"${cell}" is not ${description}.` }

/** Codes separated by one space. */
export const list =
  (inner: Cell<string>): Cell<string[]> =>
  (cell) => {
    const parsed = cell.split(/ +/).map(inner)
    const bad = parsed.find((part) => "message" in part)
    if (bad && "message" in bad) return bad
    const values = parsed.flatMap((part) => ("value" in part ? [part.value] : []))
    const twice = values.find((value, index) => values.indexOf(value) !== index)
    return twice ? { message: `"${twice}" stands there twice.` } : { value: values }
  }

/** Words or phrases separated by a bar. */
export const phrases: Cell<string[]> = (cell) => {
  const values = cell.split("|").map((phrase) => phrase.trim())
  return values.includes("") ? { message: "a word between the bars is missing." } : { value: values }
}

export const oneOf =
  <const T extends string>(...choices: T[]): Cell<T> =>
  (cell) => {
    const choice = choices.find((one) => one === cell)
    return choice ? { value: choice } : { message: `"${cell}" is not one of: ${choices.join(", ")}.` }
  }

/** A number written plainly, with a point: "0.5", never "0,5", "1e3" or " 1". */
export const number =
  (min: number, max: number): Cell<number> =>
  (cell) => {
    if (!/^-?\d+(\.\d+)?$/.test(cell)) return { message: `"${cell}" is not a number.` }
    const value = Number(cell)
    return value < min || value > max ? { message: `${cell} is not between ${min} and ${max}.` } : { value }
  }

export const integer =
  (min: number, max: number): Cell<number> =>
  (cell) =>
    /\./.test(cell) ? { message: `"${cell}" is not a whole number.` } : number(min, max)(cell)

/** WGS 84 degrees within Viet Nam, its islands included. */
const VIET_NAM = {
  latitude: { min: 6.5, max: 23.5 },
  longitude: { min: 102, max: 118 },
}

export const coordinate =
  (axis: keyof typeof VIET_NAM): Cell<number> =>
  (cell) => {
    const parsed = number(-180, 180)(cell)
    if ("message" in parsed) return { message: `"${cell}" is not a coordinate in degrees.` }
    const { min, max } = VIET_NAM[axis]
    return parsed.value < min || parsed.value > max
      ? {
          message: `the ${axis} ${cell} lies outside Viet Nam (${min} to ${max}).`,
        }
      : parsed
  }
