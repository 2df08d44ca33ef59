import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type Scan = { lot_id: string; serial: string; day: string }
type Count = Scan & { count: number }

const FLUSH_MS = Number(process.env.SCAN_FLUSH_MS) || 5000
/** Beyond so many different counts no more are begun until the next writing: memory stays small under a flood. */
const MOST = 10_000

/**
 * Scans of the last seconds, in memory: opening a page writes nothing and waits for no lock. They are added to the
 * table every few seconds; what a stop or a crash loses is a few seconds of counts.
 */
export class ScanBuffer {
  private counts = new Map<string, Count>()
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly write: (counts: Count[]) => Promise<void>,
    private readonly failed: (error: unknown) => void,
    private readonly wait = FLUSH_MS,
  ) {}

  add({ lot_id, serial, day }: Scan) {
    const key = `${lot_id} ${day} ${serial}`
    const known = this.counts.get(key)
    if (known) known.count++
    else if (this.counts.size < MOST) this.counts.set(key, { lot_id, serial, day, count: 1 })
    this.timer ??= setTimeout(() => void this.flush(), this.wait).unref()
  }

  /** Writes what has gathered; what could not be written is dropped and reported: counts are not worth a queue. */
  flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    const counts = [...this.counts.values()]
    this.counts = new Map()
    if (counts.length > 0) this.writing = this.writing.then(() => this.write(counts)).catch(this.failed)
    return this.writing
  }
}

/** Adds counts to the table; rows in one order everywhere, so that two processes wait for each other and never lock up. */
export async function writeScans(pg: Knex, counts: Count[]): Promise<void> {
  await pg.raw(
    `insert into lot_scan (lot_id, serial, day, count)
     select lot_id, serial, day, count from jsonb_to_recordset(?::jsonb) as r (lot_id text, serial text, day date, count integer)
     order by lot_id, serial, day
     on conflict (lot_id, serial, day) do update set count = lot_scan.count + excluded.count`,
    [JSON.stringify(counts)],
  )
}

const buffers = new WeakMap<Knex, ScanBuffer>()

/** The buffer of this process. */
export function scansOf(container: MedusaContainer): ScanBuffer {
  const pg = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const known = buffers.get(pg)
  if (known) return known
  const buffer = new ScanBuffer(
    (counts) => writeScans(pg, counts),
    (error) => logger.error("Scans were not counted", error instanceof Error ? error : new Error(String(error))),
  )
  buffers.set(pg, buffer)
  return buffer
}
