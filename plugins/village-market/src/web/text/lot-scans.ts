const vi = {
  title: (code: string) => `Lượt quét mã của lô ${code}`,
  link: "Xem lượt quét mã",
  lead: "Số lần người ta mở trang của lô này mỗi ngày. Chỉ bạn thấy các con số này.",
  what: "Chợ chỉ đếm theo ngày, không giữ ai quét, quét ở đâu, bằng máy gì. Máy tìm kiếm và lúc bạn tự xem khi đang đăng nhập thì không đếm. Con số chỉ để ước chừng.",
  none: "30 ngày qua chưa có ai quét mã của lô này.",
  chart: (total: string) => `30 ngày qua: ${total} lượt quét`,
  chartLabel: (most: string) =>
    `Biểu đồ lượt quét từng ngày, ngày nhiều nhất ${most} lượt. Số liệu nằm trong bảng bên dưới.`,
  table: "Xem từng ngày",
  day: "Ngày",
  count: "Lượt quét",
  unusual: "Đáng xem lại",
  unusualLead:
    "Mỗi món có một số riêng, mà những số này bị quét nhiều khác thường. Tem có thể đã bị chép lại. Cũng có thể món hàng đang bày ở nơi đông người. Người mua không thấy mục này.",
  unusualNone: "Chưa có số nào bị quét nhiều khác thường.",
  serial: "Số của món hàng",
  why: {
    many_in_a_day: (most: string) => `có ngày quét ${most} lần`,
    many_days: (days: string) => `bị quét trong ${days} ngày khác nhau`,
  },
  total: (count: string) => `tổng cộng ${count} lượt`,
  back: "Về lô hàng",
}

const en: typeof vi = {
  title: (code) => `Scans of lot ${code}`,
  link: "See the scans",
  lead: "How often people opened the page of this lot each day. Only you see these numbers.",
  what: "The market counts by day only and keeps neither who scanned, where, nor with what. Search engines and your own looks while logged in are not counted. Take the numbers as rough.",
  none: "Nobody has scanned this lot in the last 30 days.",
  chart: (total) => `Last 30 days: ${total} scans`,
  chartLabel: (most) => `Chart of the scans of each day, ${most} on the busiest. The numbers stand in the table below.`,
  table: "See each day",
  day: "Day",
  count: "Scans",
  unusual: "Worth a look",
  unusualLead:
    "Each piece has a number of its own, and these were scanned unusually often. A label may have been copied. Or the piece stands where many people see it. Buyers do not see this.",
  unusualNone: "No number was scanned unusually often.",
  serial: "Number of the piece",
  why: {
    many_in_a_day: (most) => `${most} times on one day`,
    many_days: (days) => `on ${days} different days`,
  },
  total: (count) => `${count} in all`,
  back: "Back to the lot",
}

export const lotScans = { vi, en }
