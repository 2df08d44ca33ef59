import { createHash } from "node:crypto"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Rendition } from "../../modules/catalogue/photos/picture-sources"
import type { RenderedFile } from "../../modules/catalogue/photos/render"

/** Medusa's file module takes content as base64. */
export type FileText = Omit<RenderedFile, "data"> & { content: string }

export const asText = ({ data, ...file }: RenderedFile): FileText => ({
  ...file,
  content: Buffer.from(data).toString("base64"),
})

/** Stores the files of a finished photo under unguessable names; a failure half-way takes away those stored already. */
export const storePhotoFilesStep = createStep(
  "store-photo-files",
  async ({ files }: { files: FileText[] }, { container }) => {
    const storage = container.resolve(Modules.FILE)
    const stored: Rendition[] = []
    try {
      for (const { content, ...file } of files) {
        // Unguessable, as a product that is not out yet has its photos at public addresses too.
        const name = createHash("sha256").update(generateEntityId()).update(content).digest("hex").slice(0, 24)
        const [made] = await storage.createFiles([
          {
            filename: `photos/${name}-${file.width}.${file.format}`,
            mimeType: `image/${file.format}`,
            access: "public",
            content,
          },
        ])
        if (made) stored.push({ ...file, key: made.id })
      }
    } catch (error) {
      // The compensation of a step that throws learns nothing; this way it hears what to remove.
      return StepResponse.permanentFailure(`A photo could not be stored: ${error}`, stored)
    }
    return new StepResponse(stored, stored)
  },
  async (stored, { container }) => {
    if (stored?.length) await container.resolve(Modules.FILE).deleteFiles(stored.map(({ key }) => key))
  },
)
