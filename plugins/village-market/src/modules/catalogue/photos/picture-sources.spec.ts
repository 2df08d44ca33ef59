import { jpegNear, pictureSources, type Rendition } from "./picture-sources"

const file = (width: number, format: Rendition["format"]): Rendition => ({
  width,
  height: width,
  format,
  key: `${width}.${format}`,
})
const photo = {
  width: 960,
  height: 960,
  alt: null,
  renditions: [960, 480].flatMap((width) => (["avif", "webp", "jpeg"] as const).map((format) => file(width, format))),
}

describe("pictureSources", () => {
  it("offers the best format first, each width, and the smallest JPEG to old browsers", () => {
    expect(pictureSources(photo, { fileBaseUrl: "/uploads" })).toEqual({
      sources: [
        { type: "image/avif", srcset: "/uploads/480.avif 480w, /uploads/960.avif 960w" },
        { type: "image/webp", srcset: "/uploads/480.webp 480w, /uploads/960.webp 960w" },
      ],
      fallback: {
        src: "/uploads/480.jpeg",
        srcset: "/uploads/480.jpeg 480w, /uploads/960.jpeg 960w",
        width: 960,
        height: 960,
      },
    })
  })

  it("shows nothing for a row without files", () => {
    expect(pictureSources({ ...photo, renditions: {} }, { fileBaseUrl: "/uploads" })).toBeUndefined()
  })
})

describe("jpegNear", () => {
  it("picks the nearest width", () => {
    expect(jpegNear(photo, 400)?.key).toBe("480.jpeg")
    expect(jpegNear(photo, 1600)?.key).toBe("960.jpeg")
  })
})
