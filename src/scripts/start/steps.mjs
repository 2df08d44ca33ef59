/** @typedef {{ isTTY?: boolean, write: (text: string) => unknown }} Output */

/** @param {number} ms */
export function seconds(ms) {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}

/**
 * Numbered steps with their time: a ticking count in a terminal, a line every ten seconds elsewhere.
 * @param {number} total
 * @param {Output} [out]
 */
export function createSteps(total, out = process.stdout) {
  let number = 0
  /**
   * @template T
   * @param {string} title
   * @param {(note: (text: string) => void) => Promise<T>} work may note what it found, shown behind the title
   * @returns {Promise<T>}
   */
  return async function step(title, work) {
    number += 1
    const head = `[${number}/${total}] ${title} …`
    const began = Date.now()
    let remark = ""
    /** @param {string} text @param {string} end */
    const show = (text, end) => out.write(`${out.isTTY ? "\r\x1b[K" : ""}${head} ${text}${end}`)
    const state = () => [remark, seconds(Date.now() - began)].filter(Boolean).join(", ")
    const tick = () => (out.isTTY ? show(state(), "") : show(`(${state()} so far)`, "\n"))
    const ticking = setInterval(tick, out.isTTY ? 1000 : 10_000)
    if (out.isTTY) show("", "")
    try {
      const result = await work((text) => {
        remark = text
      })
      show(state(), "\n")
      return result
    } catch (error) {
      show(`stopped after ${seconds(Date.now() - began)}`, "\n")
      throw error
    } finally {
      clearInterval(ticking)
    }
  }
}
