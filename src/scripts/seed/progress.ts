const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Says what is being done, then what came of it and how long it took, also since the beginning. */
export function createProgress() {
  const began = Date.now()
  return async function step<T>(title: string, work: () => Promise<T>, summary: (result: T) => string = () => "done") {
    const start = Date.now()
    console.log(`  ${title} …`)
    const result = await work()
    console.log(
      `  ${title}: ${summary(result)}, ${seconds(Date.now() - start)} (${seconds(Date.now() - began)} in all)`,
    )
    return result
  }
}

/** Runs `work` on every item, a few at a time, and says every few seconds how far it is. */
export async function forEach<T>(items: T[], atOnce: number, what: string, work: (item: T) => Promise<void>) {
  const queue = [...items.entries()]
  let done = 0
  let told = Date.now()
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await work(next[1])
      done += 1
      if (Date.now() - told < 3000) continue
      told = Date.now()
      console.log(`    ${done} of ${items.length} ${what}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
