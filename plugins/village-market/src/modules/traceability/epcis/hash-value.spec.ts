import fc from "fast-check"
import { plainNumber, utcMilliseconds } from "./hash-value"

describe("numbers of the event hash", () => {
  it.each([
    ["007", "7"],
    ["+3.50", "3.5"],
    ["-0.0", "0"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1e3", "1000"],
    ["12.5E-2", "0.125"],
    ["123456789012345678901234567890.10", "123456789012345678901234567890.1"],
  ])("writes %s as %s", (given, plain) => expect(plainNumber(given)).toBe(plain))

  it.each(["", ".", "1.2.3", "0x10", "1e", "ten", "1 000", "-", "Infinity", "1e999999999"])(
    "leaves %p, which is no number that can be written out",
    (text) => expect(plainNumber(text)).toBeUndefined(),
  )

  it("has the same value", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
        expect(Number(plainNumber(String(value)))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe("times of the event hash", () => {
  it.each([
    ["2020-03-04T11:00:30+01:00", "2020-03-04T10:00:30.000Z"],
    ["2020-03-04T11:00:30.1415Z", "2020-03-04T11:00:30.142Z"],
    ["2020-03-04T11:00:30.14149Z", "2020-03-04T11:00:30.141Z"],
    ["2019-12-31T23:59:59.9995-00:30", "2020-01-01T00:30:00.000Z"],
    ["0099-01-01T00:00:00Z", "0099-01-01T00:00:00.000Z"],
    ["2020-03-04", "2020-03-04"],
    ["2020-03-04T11:00:60Z", "2020-03-04T11:00:60Z"],
  ])("writes %s as %s", (given, utc) => expect(utcMilliseconds(given)).toBe(utc))
})
