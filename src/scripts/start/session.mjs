import { PlainError } from "./run.mjs"

/**
 * A command that must leave nothing running, however it ends.
 * @param {() => void} [onStop] told of the first signal
 */
export function createSession(onStop = () => {}) {
  const aborting = new AbortController()
  const abort = aborting.signal
  /** What is to be undone at the end, last first. @type {(() => unknown)[]} */
  const undo = []

  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    // A terminal and npm may each send one for a single Ctrl-C: only the first counts.
    process.on(name, () => {
      if (abort.aborted) return
      onStop()
      aborting.abort(new PlainError("Stopped."))
    })
  }

  /**
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T | undefined>} undefined when it failed, which is then said
   */
  async function run(work) {
    try {
      return await work()
    } catch (error) {
      if (!abort.aborted) console.error(error instanceof PlainError ? `\n${error.message}` : error)
      return undefined
    } finally {
      for (const step of undo.reverse()) {
        try {
          await step()
        } catch (error) {
          console.error(error)
        }
      }
    }
  }

  return { abort, undo, run }
}
