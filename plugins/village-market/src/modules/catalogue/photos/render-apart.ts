import { type ChildProcess, fork } from "node:child_process"
import { setPriority } from "node:os"
import { join } from "node:path"
import type { RenderOutcome } from "./render"
import type { RenderAnswer, RenderJob } from "./render-child"

const IDLE_MS = 30_000
const JOB_MS = 60_000

type Answer = (outcome: RenderOutcome | undefined) => void

/**
 * Draws photos in a process of its own: bytes from strangers are decoded where no secret and no database is, a file
 * that brings libvips down takes nothing else with it, the shop goes first on a busy machine, and the hundreds of
 * megabytes AVIF needs go back to the system half a minute after the last photo.
 */
class RenderProcess {
  private child: ChildProcess | undefined
  private readonly waiting = new Map<number, Answer>()
  private last = 0
  private idle: NodeJS.Timeout | undefined

  /** As `renderPhoto`; nothing when the process was lost on the way, by this photo or another. */
  render(bytes: Buffer): Promise<RenderOutcome | undefined> {
    clearTimeout(this.idle)
    const child = this.child ?? this.start()
    this.hold(child, true)
    const id = ++this.last
    const late = setTimeout(() => child.kill("SIGKILL"), JOB_MS)
    return new Promise((resolve) => {
      this.waiting.set(id, (outcome) => {
        clearTimeout(late)
        this.waiting.delete(id)
        if (this.waiting.size === 0) this.rest(child)
        resolve(outcome)
      })
      child.send({ id, bytes } satisfies RenderJob, (error) => {
        if (error) this.waiting.get(id)?.(undefined)
      })
    })
  }

  private start(): ChildProcess {
    const child = fork(join(__dirname, "render-child.js"), {
      serialization: "advanced",
      execArgv: [],
      env: { PATH: process.env.PATH, MALLOC_ARENA_MAX: "2" },
    })
    child.on("message", ({ id, outcome }: RenderAnswer) => this.waiting.get(id)?.(outcome))
    const lost = () => {
      if (this.child !== child) return
      this.child = undefined
      for (const answer of [...this.waiting.values()]) answer(undefined)
    }
    child.on("exit", lost)
    child.on("error", lost)
    if (child.pid !== undefined) setPriority(child.pid, 5)
    this.child = child
    return child
  }

  /** Without work it keeps neither a script from ending nor its memory. */
  private rest(child: ChildProcess) {
    this.hold(child, false)
    this.idle = setTimeout(() => {
      if (this.child === child) this.child = undefined
      if (child.connected) child.disconnect()
    }, IDLE_MS)
    this.idle.unref()
  }

  private hold(child: ChildProcess, held: boolean) {
    if (held) child.ref()
    else child.unref()
    if (held) child.channel?.ref()
    else child.channel?.unref()
  }
}

const apart = new RenderProcess()

export const renderApart = (bytes: Buffer) => apart.render(bytes)
