/**
 * GS1's application identifiers (General Specifications, release 26) as far as a Digital Link needs them, one line for
 * each kind. A format is a sequence of parts: N digits, X set 82, Y set 39, Z base64url, with a length (`..` up to),
 * `?` for a part that may be missing, and what else its content must be. Which identifiers must or must not stand
 * together on one carrier is not judged here.
 */
type Use = { fixed?: true; attribute?: true }
const FIXED = { fixed: true, attribute: true } as const
const ATTRIBUTE = { attribute: true } as const
const PATH_ONLY = {} as const

const KINDS: [format: string, use: Use, identifiers: string][] = [
  ["N18:check", FIXED, "00"],
  ["N14:check", FIXED, "01 02"],
  ["N14:check", { fixed: true }, "03"],
  ["N6:date0", FIXED, "11 12 13 15 16 17"],
  ["N2", FIXED, "20"],
  ["N6", FIXED, "310n 311n 312n 313n 314n 315n 316n 320n 321n 322n 323n 324n 325n 326n 327n 328n 329n"],
  ["N6", FIXED, "330n 331n 332n 333n 334n 335n 336n 337n 340n 341n 342n 343n 344n 345n 346n 347n 348n 349n"],
  ["N6", FIXED, "350n 351n 352n 353n 354n 355n 356n 357n 360n 361n 362n 363n 364n 365n 366n 367n 368n 369n"],
  ["N13:check:prefix", FIXED, "410 411 412 413 414 415 416 417"],
  ["N13:check:prefix X..17?", ATTRIBUTE, "253"],
  ["N13:check:prefix N..12?", ATTRIBUTE, "255"],
  ["N17:check:prefix", ATTRIBUTE, "402"],
  ["N18:check:prefix", ATTRIBUTE, "8017 8018"],
  ["N1:zero N13:check:prefix X..16?", ATTRIBUTE, "8003"],
  ["N14:check N4", ATTRIBUTE, "8006 8026"],
  ["X..30:prefix", ATTRIBUTE, "401 7023 8004"],
  ["Y..30:prefix", ATTRIBUTE, "8010"],
  ["X..25:pair:prefix", ATTRIBUTE, "8013"],
  ["X..25:pair:prefix", PATH_ONLY, "8014"],
  ["X..20", PATH_ONLY, "21 22 254"],
  ["X..28", PATH_ONLY, "235"],
  ["N1 X1 X1 X1", PATH_ONLY, "7040"],
  ["X..4", PATH_ONLY, "7041"],
  ["N..12", PATH_ONLY, "8011"],
  ["N..10", PATH_ONLY, "8019"],
  ["X..25", PATH_ONLY, "8020"],
  ["N15", PATH_ONLY, "8040 8041"],
  ["N32", PATH_ONLY, "8042"],
  ["N18 N..2?", PATH_ONLY, "8043"],
  ["X..70", PATH_ONLY, "8200"],
  ["N1", ATTRIBUTE, "7252"],
  ["N1:flag", ATTRIBUTE, "4321 4322 4323"],
  ["N2", ATTRIBUTE, "7241"],
  ["N3", ATTRIBUTE, "422 424 426"],
  ["N3 N3? N3? N3? N3?", ATTRIBUTE, "423 425"],
  ["N3 X..9", ATTRIBUTE, "421"],
  ["N3 X..27", ATTRIBUTE, "703n"],
  ["N3 N..15", ATTRIBUTE, "391n 393n"],
  ["N..4", ATTRIBUTE, "7004"],
  ["N4", ATTRIBUTE, "3940-3943 8111"],
  ["N4:nonzero N5:nonzero N3:nonzero N1 N1", ATTRIBUTE, "8001"],
  ["N6", ATTRIBUTE, "395n 8005"],
  ["N..6", ATTRIBUTE, "242"],
  ["N6 X1?", ATTRIBUTE, "4330 4331 4332 4333"],
  ["N6:date", ATTRIBUTE, "4326 7006"],
  ["N6:date N6:date?", ATTRIBUTE, "7007"],
  ["N6:date N4:time?", ATTRIBUTE, "7011"],
  ["N6:date N4:time", ATTRIBUTE, "7003"],
  ["N6:date0 N4:time", ATTRIBUTE, "4324 4325"],
  ["N6:date N2:hour N2:sixtieth? N2:sixtieth?", ATTRIBUTE, "8008"],
  ["N8:date", ATTRIBUTE, "7250"],
  ["N8:date N4:time", ATTRIBUTE, "7251"],
  ["N..8", ATTRIBUTE, "30 37"],
  ["N10 N10", ATTRIBUTE, "4309"],
  ["N13", ATTRIBUTE, "7001"],
  ["N..15", ATTRIBUTE, "390n 392n"],
  ["X..2", ATTRIBUTE, "7010"],
  ["X2", ATTRIBUTE, "4307 4317"],
  ["X2 X..28", ATTRIBUTE, "723n"],
  ["X..3", ATTRIBUTE, "427 7008"],
  ["X3", ATTRIBUTE, "7258"],
  ["X..10", ATTRIBUTE, "7009 7255"],
  ["X..12", ATTRIBUTE, "7005"],
  ["X..20", ATTRIBUTE, "10 243 420 4318 7020 7021 7022 710-717 7240 8002 8012"],
  ["X..25", ATTRIBUTE, "7242"],
  ["X..30", ATTRIBUTE, "90 240 241 250 251 400 403 4308 4319 7002"],
  ["X..34", ATTRIBUTE, "8007"],
  ["X..35", ATTRIBUTE, "4300 4301 4310 4311 4320"],
  ["X..40", ATTRIBUTE, "7253 7254 7259"],
  ["X..50", ATTRIBUTE, "8009"],
  ["X..70", ATTRIBUTE, "4302-4306 4312-4316 7257 8110 8112"],
  ["X..90", ATTRIBUTE, "91-99 7256"],
  ["Z..90", ATTRIBUTE, "8030"],
]

export type ApplicationIdentifier = Use & { ai: string; format: string }

/** Decimal places of measures run from 0 to 5, of amounts and certificates from 0 to 9. */
function spread(written: string): string[] {
  const [first = "", last] = written.split("-")
  if (last) return Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) => `${Number(first) + n}`)
  if (!written.endsWith("n")) return [written]
  const most = /^3[0-6]|^395/.test(written) ? 5 : 9
  return Array.from({ length: most + 1 }, (_, n) => written.replace("n", `${n}`))
}

const TABLE = new Map<string, ApplicationIdentifier>(
  KINDS.flatMap(([format, use, identifiers]) =>
    identifiers
      .split(" ")
      .flatMap(spread)
      .map((ai) => [ai, { ai, format, ...use }] as const),
  ),
)

export const applicationIdentifier = (ai: string) => TABLE.get(ai)

export const allApplicationIdentifiers = () => [...TABLE.values()]

/**
 * Primary keys of a Digital Link with the sequences of qualifiers that may follow them, in this order, each optional
 * (GS1 Digital Link: URI syntax §4.8).
 */
export const PRIMARY_KEYS: Record<string, string[][]> = {
  "00": [],
  "01": [["22", "10", "21"], ["235"]],
  "253": [],
  "255": [],
  "401": [],
  "402": [],
  "414": [["254"], ["7040"]],
  "415": [["8020"]],
  "417": [["7040"]],
  "8003": [],
  "8004": [["7040"]],
  "8006": [["22", "10", "21"]],
  "8010": [["8011"]],
  "8013": [],
  "8017": [["8019"]],
  "8018": [["8019"]],
}

/** Words that stood for numbers in the first versions of the syntax; withdrawn since, and read only when asked for. */
export const CONVENIENCE_ALPHAS: Record<string, string> = {
  ...{ sscc: "00", gtin: "01", gdti: "253", gcn: "255", ginc: "401", gsin: "402", gln: "414", payTo: "415" },
  ...{ party: "417", grai: "8003", giai: "8004", itip: "8006", cpid: "8010", gmn: "8013" },
  ...{ gsrnp: "8017", gsrn: "8018", cpv: "22", lot: "10", ser: "21", tpx: "235", glnx: "254" },
  ...{ refno: "8020", cpsn: "8011", srin: "8019" },
}
