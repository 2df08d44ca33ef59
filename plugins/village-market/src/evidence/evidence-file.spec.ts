import sharp from "sharp"
import { readEvidence } from "./evidence-file"

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#a0522d" }, limitInputPixels: false })

describe("an evidence file", () => {
  it("comes out upright, smaller and without EXIF or GPS", async () => {
    const exif = {
      IFD0: { ImageDescription: "secret place" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "20/1 15/1 0/1" },
    }
    const bytes = await photo(3000, 1000).withExif(exif).withMetadata({ orientation: 6, exif }).jpeg().toBuffer()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const read = await readEvidence(bytes)
    if (!read.ok) throw new Error(read.why)
    const metadata = await sharp(read.file.content).metadata()
    expect(metadata).toMatchObject({ format: "jpeg", width: 800, height: 2400 })
    expect(metadata.exif).toBeUndefined()
    expect(read.file.content.includes("secret place")).toBe(false)
  })

  it("reads PNG and WebP, and keeps a PDF as it is", async () => {
    expect(await readEvidence(await photo(300, 300).png().toBuffer())).toMatchObject({
      ok: true,
      file: { mime_type: "image/jpeg" },
    })
    expect(await readEvidence(await photo(300, 300).webp().toBuffer())).toMatchObject({ ok: true })
    const pdf = Buffer.from("%PDF-1.7\n%âãÏÓ\n")
    expect(await readEvidence(pdf)).toEqual({
      ok: true,
      file: { content: pdf, mime_type: "application/pdf", extension: "pdf" },
    })
  })

  it("refuses what only looks like one", async () => {
    expect(await readEvidence(Buffer.from("just text, renamed to photo.jpg"))).toEqual({
      ok: false,
      why: "not_supported",
    })
    expect(await readEvidence(Buffer.alloc(0))).toEqual({ ok: false, why: "not_supported" })
    expect(await readEvidence(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"))).toEqual({
      ok: false,
      why: "not_supported",
    })
    expect(await readEvidence(await photo(50, 50).gif().toBuffer())).toEqual({ ok: false, why: "not_supported" })
  })

  it("refuses a decompression bomb and a truncated photo", async () => {
    const bomb = await photo(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(await readEvidence(bomb)).toEqual({ ok: false, why: "too_many_pixels" })
    const whole = await photo(800, 800).jpeg().toBuffer()
    expect(await readEvidence(whole.subarray(0, whole.length / 2))).toEqual({ ok: false, why: "damaged" })
  })
})
