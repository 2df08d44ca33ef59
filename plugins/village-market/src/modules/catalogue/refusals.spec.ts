import { MedusaError } from "@medusajs/framework/utils"
import { asRefusal, refusalIn, refusedAhead } from "./refusals"

describe("a refusal of goods", () => {
  it("is known again by its sentence alone, wherever that has been", () => {
    expect(refusalIn(refusedAhead({ ok: false, why: "not_open" }).message)).toEqual({ why: "ahead_not_open" })
    expect(refusalIn(refusedAhead({ ok: false, why: "closed" }).message)).toEqual({ why: "ahead_closed" })
    expect(refusalIn(refusedAhead({ ok: false, why: "full", left: 12 }).message)).toEqual({
      why: "ahead_full",
      left: 12,
    })
    expect(refusalIn("insert into … - Not enough stock available for item i at location l")).toEqual({ why: "stock" })
    expect(refusalIn("Some variant does not have the required inventory")).toEqual({ why: "stock" })
    expect(refusalIn("Timed-out acquiring lock.")).toEqual({ why: "busy" })
    expect(refusalIn("The address needs a phone number.")).toBeUndefined()
  })

  it.each([
    ["update … - Not enough stock available for item i at location l", MedusaError.Types.NOT_ALLOWED],
    ["deadlock detected", MedusaError.Types.CONFLICT],
    [refusedAhead({ ok: false, why: "full", left: 0 }).message, MedusaError.Types.NOT_ALLOWED],
  ])("is no fault of the server: %s", (message, type) => {
    const error = asRefusal({ message, name: "Error" })
    expect(error).toMatchObject({ type })
    expect(error).toBeInstanceOf(MedusaError)
    // Told twice it is still the same refusal.
    expect(asRefusal(error)).toEqual(expect.objectContaining({ type }))
    expect(refusalIn(error instanceof Error ? error.message : "")).toEqual(refusalIn(message))
  })

  it("leaves other errors alone, and gives a plain one its class back", () => {
    const fault = new Error("disk full")
    expect(asRefusal(fault)).toBe(fault)
    expect(asRefusal({ message: "No such order", type: "not_found" })).toBeInstanceOf(MedusaError)
    expect(asRefusal({ message: "unknown" })).not.toBeInstanceOf(MedusaError)
  })
})
