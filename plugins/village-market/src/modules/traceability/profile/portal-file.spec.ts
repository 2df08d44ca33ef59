import type { ProfileLot } from "./checklist"
import { portalRows } from "./portal-file"

const lot: ProfileLot = {
  code: "K7MH-3QWA",
  uri: "https://cho.example/lot/K7MH-3QWA",
  title: "Bình gốm",
  photos: ["https://cho.example/a.jpg", "https://cho.example/b.jpg"],
  producer_name: "Hộ ông Thắng",
  producer_address: "Xã Yên Mô, Tỉnh Ninh Bình",
  origin: "Gốm Bồ Bát",
  stages: [
    {
      name: "Nung",
      product_code: "https://cho.example/lot/K7MH-3QWA",
      place: "https://cho.example/v",
      time: "2026-10-02",
    },
  ],
  made_on: "2026-10-02",
  expires_on: null,
  brand: { kind: "none" },
  standards: { kind: "text", text: "TCCS 01:2026" },
}

it("has the ten fields of the circular in its order, and leaves empty what there is not", () => {
  const [head, row] = portalRows(lot)
  expect(head).toHaveLength(10)
  expect(row).toEqual([
    "Bình gốm",
    "https://cho.example/a.jpg\nhttps://cho.example/b.jpg",
    "Hộ ông Thắng",
    "Xã Yên Mô, Tỉnh Ninh Bình",
    "Nung | https://cho.example/lot/K7MH-3QWA | https://cho.example/v | 2026-10-02",
    "2026-10-02",
    "https://cho.example/lot/K7MH-3QWA",
    "",
    "",
    "TCCS 01:2026",
  ])
})
