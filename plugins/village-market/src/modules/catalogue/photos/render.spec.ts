import { randomBytes } from "node:crypto"
import sharp from "sharp"
import { renderPhoto } from "./render"

const noise = (width: number, height: number) =>
  sharp(randomBytes(Math.ceil(width / 8) * Math.ceil(height / 8) * 3), {
    raw: { width: Math.ceil(width / 8), height: Math.ceil(height / 8), channels: 3 },
  }).resize(width, height, { fit: "fill" })

async function rendered(bytes: Buffer) {
  const outcome = await renderPhoto(bytes)
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.photo
}

describe("renderPhoto", () => {
  it("makes each width in three formats and never enlarges", async () => {
    const photo = await rendered(await noise(1200, 900).jpeg().toBuffer())
    expect(photo).toMatchObject({ width: 1200, height: 900 })
    expect(photo.files.map(({ format, width, height }) => `${width}x${height} ${format}`)).toEqual([
      ...["480x360 avif", "480x360 webp", "480x360 jpeg"],
      ...["960x720 avif", "960x720 webp", "960x720 jpeg"],
      ...["1200x900 avif", "1200x900 webp", "1200x900 jpeg"],
    ])
    for (const file of photo.files) {
      const { format, width } = await sharp(file.data).metadata()
      expect({ format: format === "heif" ? "avif" : format, width }).toEqual({ format: file.format, width: file.width })
    }
  })

  it("stands upright and forgets where and with what it was taken", async () => {
    // Red on the left, blue on the right; orientation 6 means "turn a quarter clockwise", so red comes to the top.
    const left = await sharp({ create: { width: 300, height: 400, channels: 3, background: "#ff0000" } })
      .png()
      .toBuffer()
    const phone = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#0000ff" } })
      .composite([{ input: left, left: 0, top: 0 }])
      .withExif({
        IFD0: { Make: "SecretPhone", Orientation: "6" },
        IFD3: {
          GPSLatitudeRef: "N",
          GPSLatitude: "20/1 15/1 30/1",
          GPSLongitudeRef: "E",
          GPSLongitude: "105/1 58/1 0/1",
        },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(phone.includes("SecretPhone")).toBe(true)

    const photo = await rendered(phone)
    expect(photo).toMatchObject({ width: 400, height: 600 })
    for (const { data, format } of photo.files) {
      const metadata = await sharp(data).metadata()
      for (const kept of ["exif", "icc", "xmp", "iptc"]) expect(metadata).not.toHaveProperty(kept)
      expect(metadata.orientation ?? 1).toBe(1)
      expect(data.includes("SecretPhone")).toBe(false)
      const { data: pixels, info } = await sharp(data).raw().toBuffer({ resolveWithObject: true })
      const at = (x: number, y: number) => pixels.subarray((y * info.width + x) * info.channels).subarray(0, 3)
      expect([format, at(200, 100)[0] ?? 0].join()).toMatch(/,2[3-5]\d$/)
      expect([format, at(200, 500)[2] ?? 0].join()).toMatch(/,2[3-5]\d$/)
    }
  })

  it("puts a transparent picture on white and makes grey and CMYK ones ordinary", async () => {
    const clear = await sharp({ create: { width: 300, height: 300, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer()
    const jpeg = (await rendered(clear)).files.find(({ format }) => format === "jpeg")
    expect(await sharp(jpeg?.data).stats()).toMatchObject({ channels: [{ min: 255 }, { min: 255 }, { min: 255 }] })

    const grey = await noise(300, 300).toColourspace("b-w").png().toBuffer()
    const cmyk = await noise(300, 300).toColourspace("cmyk").jpeg().toBuffer()
    for (const bytes of [grey, cmyk]) {
      for (const { data } of (await rendered(bytes)).files) {
        expect(await sharp(data).metadata()).toMatchObject({ space: "srgb" })
      }
    }
  })

  it("keeps a very tall picture within bounds", async () => {
    const photo = await rendered(await noise(400, 9000).jpeg().toBuffer())
    expect(photo.height).toBe(2400)
  })

  it.each(["png", "webp", "avif"] as const)("reads %s", async (format) => {
    expect(await renderPhoto(await noise(250, 250).toFormat(format).toBuffer())).toMatchObject({ ok: true })
  })

  describe("refuses, by content whatever the name says,", () => {
    it.each<[string, () => Promise<Buffer> | Buffer, string]>([
      ["nothing at all", () => Buffer.alloc(0), "not_a_photo"],
      ["a text file", () => Buffer.from("Bình gốm men lam, 250.000đ"), "not_a_photo"],
      ["a web page", () => Buffer.from("<!doctype html><script>alert(1)</script>"), "not_a_photo"],
      [
        "a drawing with a script",
        () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><script/></svg>'),
        "not_a_photo",
      ],
      ["an iPhone's HEIC", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), "heic"],
      ["a GIF", () => noise(300, 300).gif().toBuffer(), "not_a_photo"],
      ["a TIFF", () => noise(300, 300).tiff().toBuffer(), "not_a_photo"],
      ["a picture of a few pixels", () => noise(64, 64).png().toBuffer(), "too_small"],
      ["a truncated JPEG", async () => halved(await noise(1500, 1500).jpeg().toBuffer()), "damaged"],
      ["a truncated PNG", async () => halved(await noise(1500, 1500).png().toBuffer()), "damaged"],
      [
        "a JPEG with only its head",
        async () => (await noise(1500, 1500).jpeg().toBuffer()).subarray(0, 700),
        "damaged",
      ],
    ])("%s", async (_what, make, why) => {
      expect(await renderPhoto(await make())).toEqual({ ok: false, why })
    })

    it("a decompression bomb, before decoding it", async () => {
      const bomb = await sharp({
        create: { width: 16000, height: 16000, channels: 3, background: "#ffffff" },
        limitInputPixels: false,
      })
        .png({ compressionLevel: 9 })
        .toBuffer()
      expect(bomb.length).toBeLessThan(1_500_000)
      const started = process.hrtime.bigint()
      expect(await renderPhoto(bomb)).toEqual({ ok: false, why: "too_many_pixels" })
      expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(500)
    })
  })
})

const halved = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)
