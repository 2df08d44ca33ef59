import { exactAccentsFirst } from "./exact-accents"

const hits = [{ words: "Chè đông" }, { words: "Lư Đồng Ý Yên" }, { words: "Áo dong" }]
const ask = (q: string) => exactAccentsFirst(q, hits).map(({ words }) => words)

describe("accents typed in a query", () => {
  it("put hits with the same accents first, composed or not", () => {
    expect(ask("đồng")).toEqual(["Lư Đồng Ý Yên", "Chè đông", "Áo dong"])
    expect(ask("ĐỒNG".normalize("NFD"))[0]).toBe("Lư Đồng Ý Yên")
    expect(ask("đông")[0]).toBe("Chè đông")
  })

  it("leave the order of the search alone when there are none", () => {
    expect(ask("dong")).toEqual(hits.map(({ words }) => words))
  })
})
