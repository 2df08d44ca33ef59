import jsQR from "jsqr"
import { loadSync } from "opentype.js"
import sharp from "sharp"
import { labelPng, labelSvg } from "./label"

const label = {
  uri: "https://cho.ninhbinh.gov.vn/lot/K7MH-3QWA",
  code: "K7MH-3QWA",
  title: 'Bình gốm "men tro" <lớn> & nhỏ',
  producer: "Gốm Hạnh",
  place: "Gốm Bồ Bát, Xã Yên Mô",
  demo: "DỮ LIỆU THỬ NGHIỆM",
}

async function read(image: Buffer) {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
}

describe("a label", () => {
  it("leads a phone to its lot, as SVG and as PNG", async () => {
    expect(
      await read(
        await sharp(Buffer.from(labelSvg(label)))
          .png()
          .toBuffer(),
      ),
    ).toBe(label.uri)
    expect(await read(await labelPng(label))).toBe(label.uri)
  })

  it("holds another address for another lot", async () => {
    expect(await read(await labelPng({ ...label, uri: "https://cho.ninhbinh.gov.vn/lot/22222222" }))).not.toBe(
      label.uri,
    )
  })

  it("is read with a corner rubbed off", async () => {
    const stain = await sharp({ create: { width: 70, height: 70, channels: 3, background: "#fff" } })
      .png()
      .toBuffer()
    const rubbed = sharp(await labelPng(label)).composite([{ input: stain, left: 540, top: 630 }])
    expect(await read(await rubbed.png().toBuffer())).toBe(label.uri)
  })

  it("describes itself in words, whatever signs a title has", () => {
    const svg = labelSvg(label)
    expect(svg).toContain("DỮ LIỆU THỬ NGHIỆM")
    expect(svg).toContain("&#60;lớn&#62; &#38; nhỏ")
    expect(svg).toContain("Gốm Bồ Bát, Xã Yên Mô")
  })

  it("needs no font of the machine and has a letter for every Vietnamese sign", () => {
    expect(labelSvg(label)).not.toContain("<text")
    const marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    const letters = [..."aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"].flatMap((letter) =>
      marks.map((mark) => (letter + mark).normalize("NFC")),
    )
    for (const file of ["DejaVuSansCondensed", "DejaVuSansCondensed-Bold"]) {
      const font = loadSync(require.resolve(`dejavu-fonts-ttf/ttf/${file}.ttf`))
      expect([...letters, ..."đĐ…×₫"].filter((letter) => font.charToGlyphIndex(letter) === 0)).toEqual([])
    }
  })

  it("is drawn in the size it says", async () => {
    expect(await sharp(await labelPng(label)).metadata()).toMatchObject({
      width: 1280,
      height: 900,
      density: 508,
      format: "png",
    })
  })
})
