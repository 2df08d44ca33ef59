import { randomUUID } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { REGISTRY } from "../modules/registry"
import { EVIDENCE_KINDS } from "../modules/registry/models/evidence"
import { type Actor, recordActStep } from "./steps/record-act"

export const EvidenceAbout = z.object({
  // A GS1 prefix comes with its number, by its own form.
  kind: z.enum(EVIDENCE_KINDS).exclude(["gs1_prefix"]),
  listing_id: z.string().min(1).nullish(),
  note: z.string().trim().max(500).nullish(),
  /** ISO date (yyyy-mm-dd) printed on the document. */
  issued_on: z.iso.date().nullish(),
})

export type AddEvidence = Omit<z.infer<typeof EvidenceAbout>, "kind"> & {
  kind: (typeof EVIDENCE_KINDS)[number]
  producer_id: string
  /** The company prefix that a paper of that kind proves. */
  gs1_prefix?: string
  actor: Actor
  /** Already checked; content in base64, as Medusa's file module takes it. */
  file: { content: string; mime_type: string; extension: string }
}

const storeFileStep = createStep(
  "store-evidence-file",
  async ({ file }: AddEvidence, { container }) => {
    const stored = await container.resolve(Modules.FILE).createFiles({
      // The name a phone gave may hold anything, even a person's name.
      filename: `evidence-${randomUUID()}.${file.extension}`,
      mimeType: file.mime_type,
      content: file.content,
      access: "private",
    })
    return new StepResponse({ key: stored.id }, stored.id)
  },
  async (key, { container }) => {
    if (key) await container.resolve(Modules.FILE).deleteFiles(key)
  },
)

const createEvidenceStep = createStep(
  "create-evidence",
  async ({ input, key }: { input: AddEvidence; key: string }, { container }) => {
    const { producer_id, kind, listing_id, note, issued_on, file } = input
    const evidence = await container.resolve(REGISTRY).createEvidences({
      producer_id,
      kind,
      listing_id: listing_id ?? null,
      note: note || null,
      issued_on: issued_on ?? null,
      file_key: key,
      mime_type: file.mime_type,
    })
    if (input.gs1_prefix) {
      await container
        .resolve(REGISTRY)
        .createGs1Prefixes({ producer_id, prefix: input.gs1_prefix, evidence_id: evidence.id })
    }
    return new StepResponse({ id: evidence.id }, evidence.id)
  },
  async (id, { container }) => {
    if (!id) return
    const registry = container.resolve(REGISTRY)
    await registry.deleteGs1Prefixes({ evidence_id: id })
    await registry.deleteEvidences(id)
  },
)

/** Stores a checked document of a producer as a private file, unverified until an official has looked at it. */
export const addEvidenceWorkflow = createWorkflow("add-evidence", (input: AddEvidence) => {
  const file = storeFileStep(input)
  const evidence = createEvidenceStep(transform({ input, file }, ({ input, file }) => ({ input, key: file.key })))
  recordActStep(
    transform({ input, evidence }, ({ input, evidence }) => ({
      subject_kind: "evidence" as const,
      subject_id: evidence.id,
      act: "add",
      actor: input.actor,
      detail: { producer_id: input.producer_id, kind: input.kind },
    })),
  )
  return new WorkflowResponse(evidence)
})
