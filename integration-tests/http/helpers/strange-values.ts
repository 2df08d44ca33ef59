/** Values that readers stumble over; letters beyond ASCII as the bytes of their UTF-8, one character each. */
export const STRANGE = [
  ...["", "null", "undefined", "true", "NaN", "-1", "0", "1e9", "0x10", "1.5", "9".repeat(40), " ", "00 ", "００"],
  ...["%00", "%u0030", "%E0%A4", "%c0%ae", "%ff", "%", "%%", "%2", "%250", "+", "%0d%0aSet-Cookie:x=1", "%26", "%3D"],
  ...["đồng", "\u202e", "\ud83d\ude00", "a\u0301", "' or 1=1 --", "$(id)", "../../etc/passwd", "<script>", "[]", "{}"],
].map((text) => Buffer.from(text).toString("latin1")) as unknown as readonly [string, ...string[]]
export const KEYS = [
  "__proto__",
  "constructor",
  "toString",
  "vnp_Amount[]",
  "vnp_Amount[0]",
  "vnp_TxnRef[a]",
  "id",
  "a".repeat(300),
]
export const HUGE = 6000

export const SAY = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  "",
  "0",
  [],
  {},
  [[]],
  "x".repeat(HUGE),
  { $gt: "" },
] as unknown as readonly [unknown, ...unknown[]]
