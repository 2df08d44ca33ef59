import { readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import sharp from "sharp"
import request from "supertest"
import { db } from "../harness/shop"
import { variable } from "../harness/variable"
import { count, inStore, type Keeper, keeper, picture, post } from "./helpers/listings"
import { BASE } from "./helpers/phone-login"

const uploads = join(dirname(variable("TEST_DEMO_JSON")), "uploads")
const filesOnDisk = () => readdirSync(uploads, { recursive: true }).map(String).sort()

let owner: Keeper
let listing: { id: string; product_id: string }

beforeAll(async () => {
  owner = await keeper()
  listing = await post(owner)
})

const send = (bytes: Buffer, name = "anh.jpg", to = listing.id) =>
  owner.as("post", `/${to}/photos`).attach("photo", bytes, name)

describe("a photo", () => {
  it("is served small, upright, without where it was taken, and for ever", async () => {
    const phone = await sharp({ create: { width: 1800, height: 1200, channels: 3, background: "#336699" } })
      .withExif({ IFD0: { Make: "SecretPhone" }, IFD3: { GPSLatitude: "20/1 15/1 30/1", GPSLatitudeRef: "N" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { body } = await send(phone).expect(201)
    const [photo] = body.listing.photos
    expect(photo).toMatchObject({ width: 1200, height: 1800 })
    expect(photo.renditions).toHaveLength(9)
    for (const { url, width, height, format } of photo.renditions) {
      const file = await request(BASE).get(url).buffer(true).expect(200)
      expect(file.headers).toMatchObject({
        "content-type": `image/${format}`,
        "x-content-type-options": "nosniff",
        "cache-control": "public, max-age=31536000, immutable",
      })
      expect(file.body.includes("SecretPhone")).toBe(false)
      expect(await sharp(file.body).metadata()).toMatchObject({ width, height })
    }
    expect((await inStore(listing.product_id)).thumbnail).toMatch(/\/uploads\/photos\/.*-480\.jpeg$/)
  })

  it("goes with all its files when removed, and only by its owner", async () => {
    const mine = await post(owner)
    const before = filesOnDisk()
    const { body } = await send(await picture(), "anh.jpg", mine.id).expect(201)
    expect(filesOnDisk().length).toBe(before.length + 9 - 3) // a picture 900 wide has two widths
    const [photo] = body.listing.photos
    const another = await keeper()
    await another.as("delete", `/${mine.id}/photos/${photo.id}`).expect(404)
    await another
      .as("post", `/${mine.id}/photos`)
      .attach("photo", await picture(), "anh.jpg")
      .expect(404)
    const theirs = await post(another)
    await another.as("delete", `/${theirs.id}/photos/${photo.id}`).expect(404)
    expect((await inStore(mine.product_id)).images).toHaveLength(1)
    await owner.as("delete", `/${mine.id}/photos/${photo.id}`).expect(200)
    expect(filesOnDisk()).toEqual(before)
    expect(await inStore(mine.product_id)).toMatchObject({ thumbnail: null, images: [] })
    expect(await count("photo", `where id = '${photo.id}'`)).toBe(0)
  })

  it("comes in numbers without two in one place, and not in more than eight", async () => {
    const full = await post(owner)
    const photo = await picture(400, 300)
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(photo, "anh.jpg", full.id)))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
    const { rows } = await db().query("select position from photo where listing_id = $1 order by position", [full.id])
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    const before = filesOnDisk()
    expect((await send(photo, "anh.jpg", full.id).expect(400)).body.message).toMatch(/tối đa 8 ảnh/)
    expect(filesOnDisk()).toEqual(before)
  })
})

describe("what is no usable photo", () => {
  const noisy = () =>
    sharp({
      create: {
        width: 2000,
        height: 1500,
        channels: 3,
        background: "#000",
        noise: { type: "gaussian", mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer()
  const bomb = () =>
    sharp({ create: { width: 16000, height: 16000, channels: 3, background: "#fff" }, limitInputPixels: false })
      .png({ compressionLevel: 9 })
      .toBuffer()

  it.each<[string, () => Promise<Buffer> | Buffer, number, RegExp]>([
    ["a renamed text file", () => Buffer.from("Đây không phải là ảnh"), 400, /không phải là ảnh/],
    [
      "a drawing with a script",
      () =>
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><script>alert(1)</script></svg>'),
      400,
      /không phải là ảnh/,
    ],
    [
      "a GIF",
      async () =>
        sharp(await picture())
          .gif()
          .toBuffer(),
      400,
      /không phải là ảnh/,
    ],
    ["a truncated photo", async () => (await noisy()).subarray(0, 200_000), 400, /bị hỏng/],
    ["a decompression bomb", bomb, 400, /40 triệu điểm ảnh/],
    ["a stamp", () => picture(50, 50), 400, /nhỏ quá/],
    ["an empty file", () => Buffer.alloc(0), 400, /ảnh/],
    ["12 MB and a little", () => Buffer.alloc(12 * 1024 * 1024 + 1, 1), 413, /nặng quá 12 MB/],
    ["30 MB", () => Buffer.alloc(30 * 1024 * 1024, 1), 413, /nặng quá 12 MB/],
  ])("%s is refused with a sentence and leaves nothing", async (_what, make, status, message) => {
    const [files, rows] = [filesOnDisk(), await count("photo")]
    const answer = await send(await make()).expect(status)
    expect(answer.body.message).toMatch(message)
    expect([filesOnDisk(), await count("photo")]).toEqual([files, rows])
    await request(BASE).get("/health").expect(200)
  })

  it("asks for a file where there is none", async () => {
    const { body } = await owner.as("post", `/${listing.id}/photos`).send({}).expect(400)
    expect(body.message).toBe("Xin chọn một tấm ảnh.")
  })
})

describe("/uploads", () => {
  it.each([
    "/uploads/../demo.json",
    "/uploads/%2e%2e/demo.json",
    "/uploads/..%2fdemo.json",
    "/uploads/%00",
    "/uploads/%E0%A4%A",
    "/uploads/",
    "/uploads/photos",
    "/uploads/photos/no.avif",
  ])("answers %s with 404", async (path) => {
    await request(BASE).get(path).expect(404)
  })
})
