/**
 * Lets many callers share one read without ever serving a caller something read before it asked: while a read runs,
 * newcomers wait for the one after it, together. So at most two are under way, and every caller's read starts after its call.
 */
export function shareNext<T>(read: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  let next: Promise<T> | undefined
  const start = () => {
    next = undefined
    const reading = read()
    running = reading
    const done = () => {
      if (running === reading) running = undefined
    }
    reading.then(done, done)
    return reading
  }
  return () => {
    if (next) return next
    if (!running) return start()
    next = running.then(start, start)
    return next
  }
}
