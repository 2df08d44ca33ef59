/**
 * Preloaded into every Node process that the start makes. A start that is killed outright cannot stop what it
 * started, so each child watches for itself whether its parent is still there.
 */
import { isMainThread } from "node:worker_threads"

/** The whole group where this process leads one, as the start's own children do. @param {NodeJS.Signals} signal */
function end(signal) {
  try {
    process.kill(-process.pid, signal)
  } catch {
    process.kill(process.pid, signal)
  }
}

if (isMainThread) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end("SIGTERM")
    setTimeout(() => end("SIGKILL"), 10_000).unref()
  }, 500)
  watch.unref()
}
