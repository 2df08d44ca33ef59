import { canonicalUri, comparableUri } from "./canonical-uri"

describe("the canonical Digital Link of a GS1 identifier", () => {
  it.each([
    ["urn:epc:id:sgtin:0614141.812345.6789%2F%26", "01/80614141123458/21/6789%2F%26"],
    ["urn:epc:class:lgtin:4054739.099914.20160711", "01/04054739999148/10/20160711"],
    ["urn:epc:idpat:sgtin:4054739.099914.*", "01/04054739999148"],
    ["urn:epc:id:sscc:4012345.3111111111", "00/340123451111111111"],
    ["urn:epc:id:sgln:4012345.00005.0", "414/4012345000054"],
    ["urn:epc:id:sgln:4012345.00005.1(2)", "414/4012345000054/254/1%282%29"],
    ["urn:epc:id:pgln:999999999999.", "417/9999999999994"],
    ["urn:epc:id:grai:4012345.66666.87", "8003/0401234566666387"],
    ["urn:epc:id:giai:4012345.AAbb", "8004/4012345AAbb"],
    ["urn:epc:id:cpi:4012345.ABC.123", "8010/4012345ABC/8011/123"],
    ["urn:epc:id:itip:4012345.012345.01.02.999", "8006/040123451234560102/21/999"],
    ["https://id.gs1.de/gtin/4012345123456/ser/12?17=270101", "01/04012345123456/21/12"],
    ["http://shop.example/a/b/01/04012345123456/22/V/10/L/21/S/", "01/04012345123456/21/S"],
    ["https://shop.example/01/04012345123456/22/V", "01/04012345123456"],
    ["https://shop.example/8010/4012345ABC/8011/1", "8010/4012345ABC/8011/1"],
  ])("of %s", (uri, link) => {
    expect(canonicalUri(uri)).toBe(`https://id.gs1.org/${link}`)
    // It is its own canonical form, unless a sign had to be encoded.
    expect(comparableUri(comparableUri(uri))).toBe(comparableUri(uri))
  })

  it.each([
    "https://cho.example/lot/K7MH-3QWA",
    "https://cho.example/lot/K7MH-3QWA/7QX2M",
    "urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8",
    "urn:epc:id:sgtin:4012345.12345.12",
    "urn:epc:id:sgtin:4012345.0123456.12",
    "urn:epc:id:sgtin:4012345.012345.",
    "urn:epc:id:sgtin:4012345.012345.a#b",
    "urn:epc:id:sgtin:40123x5.012345.12",
    "urn:epc:id:constructor:4012345.012345.12",
    "urn:epc:idpat:sgtin:4012345.*.*",
    "https://shop.example/01/04012345123",
    "https://shop.example/01/04012345123456/21/S/10/L",
    "https://shop.example/01/04012345123456/99/1",
    "https://shop.example/01/04012345123456/21",
    "ftp://shop.example/01/04012345123456",
    "04012345123456",
  ])("leaves %s as it is", (uri) => {
    expect(canonicalUri(uri)).toBeUndefined()
    expect(comparableUri(uri)).toBe(uri)
  })
})
