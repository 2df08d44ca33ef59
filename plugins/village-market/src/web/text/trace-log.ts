const vi = {
  title: "Sổ ghi lô hàng: cách tự kiểm tra",
  lead: "Mỗi điều người làm ghi về lô hàng được đưa vào một cuốn sổ chỉ ghi thêm, không sửa, không xóa. Trang này nói sổ chứng tỏ được gì, và cách kiểm tra mà không cần tin chúng tôi.",
  showsTitle: "Sổ chứng tỏ điều gì",
  shows: "Bản ghi vẫn như lúc được ghi vào sổ: không ai sửa một chữ, không ai chèn hay rút một dòng ở giữa.",
  notTitle: "Sổ không chứng tỏ điều gì",
  not: [
    "Sổ không chứng tỏ điều đã ghi là đúng sự thật. Ghi sai từ đầu thì sổ giữ nguyên điều sai ấy.",
    "Sổ không giữ tên người và số lượng: chỉ có mã băm. Số lượng làm ra và bán đi không ai đọc được từ sổ.",
    "Nếu không có bản sao ở nơi khác hoặc nhân chứng độc lập, người giữ máy chủ có thể dựng lại cả cuốn sổ từ đầu. Vì thế các mốc của sổ được gửi ra ngoài, và máy của bạn nhớ mốc đã thấy.",
  ],
  nowTitle: "Sổ lúc này",
  unsigned: "Sổ chưa được ký, vì chợ chưa có khóa ký. Chưa kiểm tra được gì.",
  lines: "Số dòng đã ký",
  signedAt: "Ký lúc",
  root: "Gốc của sổ",
  key: "Khóa để kiểm tra chữ ký",
  witnesses: "Nhân chứng đã ký cùng",
  noWitness: "Chưa có nhân chứng nào. Bạn đang đối chiếu với sổ của chính chợ.",
  witnessWhat: "Nhân chứng là bên khác giữ mốc trước của sổ, và chỉ ký khi mốc mới nối tiếp mốc ấy.",
  keep: "Muốn tự giữ chứng cứ, xin lưu tệp mốc này. Lần sau, sổ phải nối tiếp nó.",
  saveCheckpoint: "Tải mốc hiện tại",
  stepsTitle: "Tự kiểm tra một lô",
  stepsLead:
    "Cách dễ: mở trang của lô, máy của bạn tự kiểm tra. Cách dưới đây không dùng mã chương trình nào của chợ; cần máy có Python 3 và OpenSSL 3.",
  steps: [
    "Chép đoạn dưới vào tệp check.py. Đoạn này ngắn, bạn đọc được nó làm gì.",
    "Chạy: python3 check.py MÃ-LÔ. Mã lô in cạnh mã QR.",
    "Mỗi dòng in ra “unchanged” là một bản ghi vẫn như lúc được ghi.",
    "So khóa ở trên với khóa chợ đã gửi cho hợp tác xã hoặc xã của bạn. Khóa khác thì chữ ký không nói lên gì.",
  ],
  formatsTitle: "Dành cho người viết chương trình",
  formats:
    "Cây băm theo RFC 6962; mốc, ô và bằng chứng theo C2SP (tlog-checkpoint, tlog-tiles, tlog-proof, tlog-witness).",
}

const en: typeof vi = {
  title: "The log of lots: how to check it yourself",
  lead: "Whatever a maker records about a lot goes into a log that is only ever added to, never edited. This page says what the log shows, and how to check it without trusting us.",
  showsTitle: "What the log shows",
  shows:
    "A record is as it was when it entered the log: nobody has changed a letter, put a line in between or taken one out.",
  notTitle: "What it does not show",
  not: [
    "It does not show that a record is true. What was wrong when it was recorded stays wrong.",
    "It holds no names and no quantities, only hashes. How much somebody makes or sells cannot be read from it.",
    "Without copies elsewhere or an independent witness, whoever runs the server could rebuild the whole log from the start. That is why its checkpoints are sent out, and why your phone remembers the one it saw.",
  ],
  nowTitle: "The log now",
  unsigned: "The log is not signed, because this market has no signing key yet. Nothing can be checked.",
  lines: "Signed lines",
  signedAt: "Signed at",
  root: "Root of the log",
  key: "Key that verifies the signature",
  witnesses: "Witnesses that signed too",
  noWitness: "No witness yet. You compare with the market's own log.",
  witnessWhat:
    "A witness is somebody else who keeps the checkpoint before, and signs a new one only if it continues that.",
  keep: "To keep evidence of your own, save this checkpoint. The log must continue it from then on.",
  saveCheckpoint: "Download the present checkpoint",
  stepsTitle: "Check a lot yourself",
  stepsLead:
    "The easy way: open the lot's page, and your phone checks it. The way below uses no code of ours; it needs Python 3 and OpenSSL 3.",
  steps: [
    "Copy the lines below into a file check.py. They are few, you can read what they do.",
    "Run: python3 check.py LOT-CODE. The code stands beside the QR.",
    "Each line that says “unchanged” is a record as it was when it was recorded.",
    "Compare the key above with the one that the market sent to your cooperative or commune. If it is another, the signature says nothing.",
  ],
  formatsTitle: "For those who write programs",
  formats:
    "The tree is that of RFC 6962; checkpoint, tiles and proofs are those of C2SP (tlog-checkpoint, tlog-tiles, tlog-proof, tlog-witness).",
}

export const traceLog = { vi, en }
