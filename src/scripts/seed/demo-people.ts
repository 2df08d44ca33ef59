/**
 * The sellers of the demonstration, one at least in each of the 40 craft places. Names are made up; the places are real.
 * The phone of number 7 is 0900 000 007. `village` is an id of craft-villages.csv, `commune` a code of communes.csv.
 */
export type DemoProducer = {
  number: number
  name: string
  handle: string
  kind: "household" | "cooperative"
  village: string | null
  commune: string
  makes: string
  status: "approved" | "pending" | "suspended"
}

type Line = [name: string, village: string | null, commune: string, makes: string, status?: DemoProducer["status"]]

const LINES: Line[] = [
  ["Hộ bà Hoàng Thị Mận", "la-xuyen", "13834", "Chạm khắc gỗ, đồ thờ, nội thất"],
  ["Hộ ông Lương Quang Toản", "ninh-xa", "13834", "Mộc mỹ nghệ, chạm khắc gỗ"],
  ["Hộ bà Trần Thị Dung", "cat-dang", "13864", "Sơn mài, sơn quang dầu, tre nứa chắp"],
  ["HTX Đúc đồng Sông Sắt", "tong-xa", "13795", "Đúc đồng (tượng, chuông, đồ thờ)"],
  ["Hộ bà Phan Thị Nga", "van-diem", "13795", "Đúc đồng, đúc gang"],
  ["Hộ ông Phạm Công Hải", "van-chang", "13966", "Rèn, cơ khí, dao kéo, nhôm"],
  ["Hộ bà Ngô Thị Lan", "dong-coi", "13966", "Cơ khí, phụ tùng xe đạp", "pending"],
  ["Hộ ông Cao Văn Lâm", "giap-nhat", "13966", "Khăn xếp (khăn đóng), áo the"],
  ["HTX Cây thế Bờ Nam", "vi-khe", "13972", "Hoa, cây cảnh, cây thế"],
  ["Hộ ông Dương Quang Quyết", "nam-phong", "13972", "Hoa đào, quất cảnh, hoa tươi"],
  ["Hộ bà Lại Thị Hường", "bao-dap", "13984", "Hoa vải lụa, đèn ông sao"],
  ["Hộ ông Đinh Xuân Mạnh", "ban-thach", "13984", "Rối nước"],
  ["Hộ bà Đặng Thị Yến", "binh-yen", "14005", "Cô đúc, tái chế nhôm, đồ gia dụng nhôm"],
  ["Hộ ông Tạ Công Tuyến", "thach-cau", "14011", "Đan thúng, mây tre đan"],
  ["Hộ bà Bùi Thị Hạnh", "lang-phuong", "14011", "Miến, bánh đa"],
  ["Hộ ông Mai Văn Sơn", "giao-cu", "14014", "Phở, bánh phở"],
  ["Hộ bà Đoàn Thị Thảo", "van-cu", "14014", "Phở gia truyền"],
  ["Hộ ông Đỗ Quang Đạt", "tay-lac", "14014", "Phở", "pending"],
  ["HTX Tơ lụa Ven Ninh", "co-chat", "14038", "Ươm tơ, dệt lụa"],
  ["Hộ ông Vũ Xuân Bằng", "cu-tru", "14038", "Dệt vải, khăn, gạc"],
  ["HTX Mây tre Đồng Xanh", "vinh-hao", "13786", "Mây tre đan"],
  ["Hộ ông Lại Công Tiến", "kien-lao", "14089", "Nấu rượu nếp; cơ khí, đúc kim loại"],
  ["HTX Nước mắm Cồn Gió", "sa-chau", "14179", "Nước mắm, mắm tôm"],
  ["Hộ ông Đặng Văn Bình", "bach-long", "14194", "Muối biển"],
  ["HTX Ngao Bãi Triều", "giao-xuan", "14203", "Nuôi ngao, chế biến thủy sản"],
  ["Hộ ông Bùi Quang Chiến", "van-ly", "14218", "Muối biển", "suspended"],
  ["Hộ bà Mai Thị Ngân", "pham-phao", "14236", "Kèn đồng (sửa chữa, chế tác)"],
  ["Hộ ông Đoàn Xuân Dũng", "moc-hai-minh", "14236", "Mộc mỹ nghệ, tượng gỗ, đồ thờ Công giáo"],
  ["HTX Lúa thơm Đồng Mặn", "hai-duong", "14236", "Lúa, gạo tám xoan"],
  ["Hộ ông Trịnh Công Trường", "dong-cuong", "14215", "Bánh nhãn"],
  ["Hộ bà Nguyễn Thị Hoa", "bong-bop", "13894", "Nuôi cá bống bớp"],
  ["Hộ ông Hoàng Văn Khánh", "tan-lieu", "13918", "Dệt chiếu cói"],
  ["Hộ bà Lương Thị Tuyết", "nghia-chau", "13891", "Nón lá"],
  ["Hộ ông Trần Quang Thắng", "lang-kenh", "13669", "Bánh cuốn"],
  ["Hộ bà Lê Thị Vân", "thanh-nam", "13669", "Kẹo sìu châu, bánh gai, bánh xíu páo"],
  ["HTX Đá Núi Xanh", "ninh-van", "14359", "Chạm khắc đá mỹ nghệ"],
  ["Hộ bà Phạm Thị Chinh", "van-lam", "14359", "Thêu ren"],
  ["HTX Cói Bãi Bồi", "coi-kim-son", "14620", "Chiếu, làn, thảm cói", "pending"],
  ["Hộ bà Cao Thị Thơm", "vu-dai", "13627", "Cá kho, chuối ngự Đại Hoàng"],
  ["Hộ ông Đỗ Văn Đạt", "nha-xa", "13330", "Dệt lụa"],
  ["HTX Thực phẩm Bến Vị", null, "13669", "Muối ăn, hải sản đóng hộp"],
  ["Hộ ông Nguyễn Quang Thành", null, "14167", "Nem nắm"],
  ["HTX Gạo Đồng Chiêm", null, "13864", "Gạo sạch, gạo ruộng rươi"],
  ["HTX Quà quê Cầu Ngói", null, "14215", "Bánh chưng, kẹo lạc, trà thảo mộc"],
  ["HTX Nấm Ven Biển", null, "14182", "Nấm linh chi"],
  ["Hộ ông Lê Công Hòa", null, "14005", "Lộc bình, đồ gỗ trang trí"],
  ["HTX Nông sản Cửa Đáy", null, "13891", "Tinh bột nghệ, rượu nếp cẩm, gạo nếp"],
  ["Hộ ông Phạm Văn Hải", "la-xuyen", "13834", "Chạm khắc gỗ, đồ thờ", "pending"],
]

export const DEMO_PRODUCERS: DemoProducer[] = LINES.map(
  ([name, village, commune, makes, status = "approved"], index) => ({
    number: index + 1,
    name,
    handle: handleOf(name),
    kind: name.startsWith("HTX") ? "cooperative" : "household",
    village,
    commune,
    makes,
    status,
  }),
)

/** All names above are different once their marks are gone. */
function handleOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d")
  return plain.replace(/[^a-z0-9]+/g, "-")
}
