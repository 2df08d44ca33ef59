import { type ProfileLot, type Stage, valuesOf } from "./checklist"
import { TEN_FIELDS, type TraceField } from "./trace-fields"

/** Headings in the words of the circular, so that who types into a portal finds them again. */
const HEADINGS: Record<TraceField, string> = {
  product_name: "Tên sản phẩm",
  image: "Hình ảnh sản phẩm",
  producer_name: "Tên đơn vị sản xuất, kinh doanh",
  producer_address: "Địa chỉ đơn vị sản xuất, kinh doanh",
  stages: "Công đoạn sản xuất, kinh doanh (tên | mã sản phẩm | mã địa điểm | thời gian)",
  made_on: "Thời gian sản xuất, kinh doanh",
  code: "Mã truy xuất nguồn gốc sản phẩm",
  brand: "Thương hiệu, nhãn hiệu, ký hiệu, số sê-ri (nếu có)",
  expiry: "Hạn sử dụng sản phẩm (nếu có)",
  standards: "Tiêu chuẩn, quy chuẩn kỹ thuật áp dụng",
  origin: "Xuất xứ",
}

/**
 * The rows of a table with the ten fields of TT 02/2024/TT-BKHCN, for a person to bring into the national portal.
 * No portal has published a format, so this is an export and no interface. Several values of a field stand in one
 * cell, one a line; what is not there is an empty cell.
 */
export function portalRows(lot: ProfileLot): string[][] {
  const stage = ({ name, product_code, place, time }: Stage) => [name, product_code, place ?? "", time].join(" | ")
  const cell = (field: TraceField) => (field === "stages" ? lot.stages.map(stage) : valuesOf(lot, field)).join("\n")
  return [TEN_FIELDS.map((field) => HEADINGS[field]), TEN_FIELDS.map(cell)]
}
