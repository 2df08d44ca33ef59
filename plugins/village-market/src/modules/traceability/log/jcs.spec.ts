import { canonical } from "./jcs"

describe("canonical JSON (RFC 8785)", () => {
  it("sorts members by UTF-16 code units, not by code points", () => {
    expect(canonical({ "\u{1F600}": 1, "\uFB33": 2, a: 3, A: 4 })).toBe('{"A":4,"a":3,"\u{1F600}":1,"\uFB33":2}')
  })

  it("writes the example of the RFC, §3.2.2", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    }
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it("is the same for any order of members", () => {
    expect(canonical({ b: { y: 1, x: [2] }, a: null })).toBe(canonical({ a: null, b: { x: [2], y: 1 } }))
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, "\ud800", "\udc00a"])("refuses %p", (value) => {
    expect(() => canonical([value])).toThrow(TypeError)
  })

  it("refuses a lone surrogate in a member's name, and undefined", () => {
    expect(() => canonical({ "\ud800": 1 })).toThrow(TypeError)
    expect(() => canonical(JSON.parse("[]").at(0))).toThrow(TypeError)
  })
})
