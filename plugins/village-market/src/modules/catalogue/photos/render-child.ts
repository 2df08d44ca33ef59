import { type RenderOutcome, renderPhoto } from "./render"

export type RenderJob = { id: number; bytes: Uint8Array }
export type RenderAnswer = { id: number; outcome: RenderOutcome }

// The process `render-apart.ts` starts: draws what it is sent and ends with whoever started it.
process.on("message", async ({ id, bytes }: RenderJob) => {
  const outcome = await renderPhoto(Buffer.from(bytes))
  process.send?.({ id, outcome } satisfies RenderAnswer)
})
process.on("disconnect", () => process.exit())
