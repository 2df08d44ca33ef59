/**
 * Preloaded into every Node process that the start makes. A start that is killed outright cannot stop what it
 * started, so each child watches for itself whether its parent is still there.
 */
import { isMainThread } from "node:worker_threads"

if (isMainThread) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, "SIGTERM")
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 10_000).unref()
  }, 500)
  watch.unref()
}
