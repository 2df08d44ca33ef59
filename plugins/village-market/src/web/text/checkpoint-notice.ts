import type { StoredCheckpoint } from "../../modules/traceability/log/checkpoints"

type Told = Pick<StoredCheckpoint, "size" | "root" | "note" | "vkey">

/** For officials: the whole checkpoint, to be kept where the market cannot reach it. */
export const checkpointEmail = (publicUrl: string, { size, note, vkey }: Told) => ({
  subject: `Mốc của sổ ghi lô hàng: ${size} dòng`,
  text: `Kính gửi anh chị,

Dưới đây là mốc mới nhất của sổ ghi lô hàng trên chợ làng nghề. Xin giữ lại thư này: nếu sau này có ai viết lại sổ, thư này cho thấy điều đó. Không cần trả lời.

${note}
Khóa để kiểm tra chữ ký: ${vkey}
Cách kiểm tra: ${publicUrl}/trace-log
`,
})

/** For cooperatives, without marks, so that it is one message: size and the whole root. */
export const checkpointSms = (publicUrl: string, { size, root }: Told) =>
  `So ghi lo hang: ${size} dong, goc ${root.toString("base64")}. Giu tin nay lam chung. ${publicUrl}/trace-log`
