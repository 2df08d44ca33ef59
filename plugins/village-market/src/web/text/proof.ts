const vi = {
  title: "Kiểm tra trên máy của bạn",
  unchecked: "Chưa kiểm tra trên máy này.",
  uncheckedHelp: "Bạn có thể tải bằng chứng về để kiểm tra bằng máy khác.",
  unable:
    "Chưa kiểm tra trên máy này: trình duyệt này chưa biết cách kiểm tra. Bạn có thể tải bằng chứng về, hoặc mở trang bằng trình duyệt mới hơn.",
  failed: "Chưa kiểm tra trên máy này: chưa lấy được bằng chứng. Xin tải lại trang khi có mạng.",
  checked: "Máy của bạn đã kiểm tra {0} bản ghi của lô này: tất cả vẫn như lúc được ghi vào sổ.",
  partly:
    "Máy của bạn đã kiểm tra {0} bản ghi: vẫn như lúc được ghi vào sổ. {1} bản ghi khác đã xóa nội dung, nên không kiểm tra được.",
  changed:
    "Không khớp: có bản ghi của lô này không còn như lúc được ghi vào sổ. Xin đừng tin trang này, và gọi số hỗ trợ ở cuối trang.",
  rewritten:
    "Không khớp: sổ ghi không còn nối tiếp với lần máy này xem trước đây. Có thể sổ đã bị viết lại. Xin gọi số hỗ trợ ở cuối trang.",
  meaning:
    "Kiểm tra này cho biết bản ghi chưa bị sửa từ lúc được ghi. Nó không cho biết người làm đã ghi đúng sự thật.",
  download: "Tải bằng chứng",
  how: "Cách tự kiểm tra",
}

const en: typeof vi = {
  title: "Checked on your own phone",
  unchecked: "Not checked on this phone.",
  uncheckedHelp: "You can download the proof and check it on another device.",
  unable:
    "Not checked on this phone: this browser cannot do the check. You can download the proof, or open the page in a newer browser.",
  failed: "Not checked on this phone: the proof could not be fetched. Please reload the page when you are online.",
  checked: "Your phone has checked {0} records of this lot: all are as they were when they entered the log.",
  partly:
    "Your phone has checked {0} records: they are as they were when they entered the log. The content of {1} more was erased, so they cannot be checked.",
  changed:
    "Does not match: a record of this lot is no longer as it was when it entered the log. Please do not rely on this page and call the number below.",
  rewritten:
    "Does not match: the log no longer continues what this phone saw before. It may have been rewritten. Please call the number below.",
  meaning:
    "The check shows that the records are unchanged since they were recorded. It does not show that what the maker wrote is true.",
  download: "Download the proof",
  how: "How to check it yourself",
}

export const proof = { vi, en }
