import { spawn, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { type AddressInfo, createConnection, createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { Redis as Client } from "ioredis"

/** Whether this machine has a Redis to start. */
export const hasRedis = () => spawnSync("redis-server", ["--version"]).status === 0

export type Redis = {
  url: string
  pid: number
  /** Lets Medusa's locks run out, as time does: those of a killed process last up to two minutes. */
  endLeases: () => Promise<number>
  stop: () => Promise<void>
}

/** A Redis of its own on the loopback address, nothing kept on disk once it has ended. */
export async function startRedis(): Promise<Redis> {
  const port = await freePort()
  const dir = mkdtempSync(join(tmpdir(), "village-redis-"))
  const options = { port, bind: "127.0.0.1", dir, save: "", appendonly: "no", "maxmemory-policy": "noeviction" }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn("redis-server", args, { stdio: "ignore" })
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve())
    child.once("error", () => resolve())
  })
  const stop = async () => {
    child.kill("SIGTERM")
    await ended
    rmSync(dir, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 200; tries++) {
    if (await answers(port)) {
      const url = `redis://127.0.0.1:${port}`
      return { url, pid: child.pid ?? 0, endLeases: () => endLeases(url), stop }
    }
    await pause(25)
  }
  await stop()
  throw new Error("Redis did not start")
}

async function endLeases(url: string): Promise<number> {
  const client = new Client(url)
  try {
    const keys = await client.keys("medusa_lock:*")
    // One without an end would stay for ever, and stays here too.
    const ending = []
    for (const key of keys) if ((await client.ttl(key)) >= 0) ending.push(key)
    return ending.length > 0 ? await client.del(...ending) : 0
  } finally {
    client.disconnect()
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" })
    socket.once("connect", () => resolve(true))
    socket.once("error", () => resolve(false))
    socket.once("close", () => socket.destroy())
    socket.once("connect", () => socket.end())
  })
