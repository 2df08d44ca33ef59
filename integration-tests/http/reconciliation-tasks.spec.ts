import { randomUUID } from "node:crypto"
import { type Knex, knex } from "@medusajs/framework/mikro-orm/knex"
import { GatewayService } from "../../plugins/village-market/src/modules/gateway/service"
import { variable } from "../harness/variable"
import { shopClient } from "./basket"

const shop = shopClient()
let connection: Knex
let gateway: GatewayService

beforeAll(() => {
  connection = knex({ client: "pg", connection: variable("TEST_DATABASE_URL"), pool: { max: 8 } })
  gateway = new GatewayService({ __pg_connection__: connection })
})

afterAll(() => connection.destroy())

type Listed = { id: string; subject: string; evidence: object; solved_by: string | null; note: string | null }
const listed = async (subject: string, solved = false): Promise<Listed | undefined> => {
  const { reconciliation_tasks } = await shop.admin("get", `/admin/reconciliation-tasks?solved=${solved}`)
  return reconciliation_tasks.find((task: Listed) => task.subject === subject)
}

it("a task found many times over is one task, and stays as it was found and as it was solved", async () => {
  const subject = `LN${randomUUID()}`
  const task = { kind: "gateway_silent" as const, subject, evidence: { amount: 120_000, why: "HTTP 500" } }
  const opened = await Promise.all(Array.from({ length: 8 }, () => gateway.openTask(task)))
  expect(opened.filter(Boolean)).toHaveLength(1)
  const found = await listed(subject)
  expect(found).toMatchObject({ evidence: task.evidence, solved_by: null })

  await expect(shop.admin("post", `/admin/reconciliation-tasks/${found?.id}/solve`, { note: " " })).rejects.toThrow(
    /400/,
  )
  const note = "VNPay trả lời qua điện thoại: chưa thu tiền"
  await shop.admin("post", `/admin/reconciliation-tasks/${found?.id}/solve`, { note })
  expect(await listed(subject)).toBeUndefined()
  expect(await listed(subject, true)).toMatchObject({ note, solved_by: shop.demo.admin.email })
  await expect(shop.admin("post", `/admin/reconciliation-tasks/${found?.id}/solve`, { note })).rejects.toThrow(/404/)

  expect(await gateway.openTask(task)).toBe(false)
  expect(await listed(subject)).toBeUndefined()
  for (const change of [{ evidence: "{}" }, { note: "khác" }, { solved_at: null, solved_by: null, note: null }])
    await expect(connection("reconciliation_task").where({ subject }).update(change)).rejects.toThrow(/stays/)
  await expect(connection("reconciliation_task").where({ subject }).delete()).rejects.toThrow(/never deleted/)
})
