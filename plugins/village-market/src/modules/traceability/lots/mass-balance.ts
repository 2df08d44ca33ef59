import { type Dimension, measureOf, OWN_UNIT } from "./units"

/** So much of a lot, in the lot's unit; three decimals at most. */
export type Amount = { quantity: number; unit: string }

/** Why more came out than the yield says. Officials are shown what is told with it. */
export const BALANCE_REASONS = ["water", "other_material", "weighing", "better_yield", "other"] as const
export type BalanceReason = (typeof BALANCE_REASONS)[number]

export type Balance =
  | {
      ok: true
      /** What went in (as far as it is of the first input's kind) and what came out, in `input_unit` and `output_unit`. */
      input: number
      output: number
      input_unit: string
      output_unit: string
      /** The most that may come out by the yield, in `output_unit` and in the unit of the first output. */
      most: number
      most_in_unit: number
      /** More came out than that: needs a reason. */
      over: boolean
    }
  | { ok: false; why: "nothing" | "mixed_outputs" | "yield_needed" }

/** Yields have six decimals. */
const YIELD_SCALE = 1_000_000n

/**
 * Mass balance of a change: what comes out is at most what went in times the yield, where a yield is the amount of
 * output that comes of one of the input, both in the unit of their dimension (0.7 kg rice of 1 kg paddy; 0.8 pots of 1 kg
 * clay). What goes in of another kind than the first input (glaze to clay, yeast to rice) is recorded and not weighed up.
 * Without a yield as much may come out as went in; of another kind nothing can be said, and a yield is needed.
 */
export function balance(inputs: Amount[], outputs: Amount[], yield_: number | null): Balance {
  const [first] = inputs
  const [made] = outputs
  if (!first || !made) return { ok: false, why: "nothing" }
  const from = measureOf(first.unit).dimension
  const into = measureOf(made.unit).dimension
  if (outputs.some(({ unit }) => measureOf(unit).dimension !== into)) return { ok: false, why: "mixed_outputs" }
  if (yield_ === null && from !== into) return { ok: false, why: "yield_needed" }
  const input = sum(inputs, from)
  const output = sum(outputs, into)
  const scaled = BigInt(Math.round((yield_ ?? 1) * Number(YIELD_SCALE)))
  const most = (input * scaled) / YIELD_SCALE
  return {
    ok: true,
    input: inOwnUnit(input),
    output: inOwnUnit(output),
    input_unit: OWN_UNIT[from],
    output_unit: OWN_UNIT[into],
    most: inOwnUnit(most),
    most_in_unit: Number(most) / SCALE / measureOf(made.unit).size,
    over: output > most,
  }
}

/** Amounts have three decimals, sizes are thousandths: so a sum is a whole number of millionths. */
const SCALE = 1000
const millionths = ({ quantity, unit }: Amount) => BigInt(Math.round(quantity * SCALE)) * BigInt(measureOf(unit).size)

const sum = (amounts: Amount[], dimension: Dimension) =>
  amounts
    .filter(({ unit }) => measureOf(unit).dimension === dimension)
    .reduce((total, amount) => total + millionths(amount), 0n)

const inOwnUnit = (total: bigint) => Number(total) / 1_000_000
