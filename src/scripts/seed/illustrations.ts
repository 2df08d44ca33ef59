import type { ReferenceData } from "medusa-plugin-village-market/modules/registry/reference-data"
import { type Colours, DRAWINGS } from "./drawings"

type Product = ReferenceData["products"][number]

const WOOD = { ground: "#f3e7d3", main: "#a85b32", dark: "#5e2f1b", light: "#e2b07a" }
const GREEN = { ground: "#e4ecdf", main: "#5f7f4f", dark: "#31482c", light: "#b9cfa1" }
const RED = { ground: "#f6e3da", main: "#c0503c", dark: "#6d2a22", light: "#eeb195" }
const BLUE = { ground: "#e2e9ee", main: "#4a7391", dark: "#274358", light: "#a9c6d8" }
const GOLD = { ground: "#f7ecc9", main: "#c58a1f", dark: "#6b4a12", light: "#f0cf7a" }
const PLUM = { ground: "#ece2ea", main: "#8a5578", dark: "#4c2d43", light: "#d0a9c3" }

const COLOURS: Colours[] = [WOOD, GREEN, RED, BLUE, GOLD, PLUM]

/** Colours a thing has by nature; anything else may be of any colour. */
const NATURAL: Record<string, Colours[]> = {
  flower: [RED, PLUM],
  cabinet: [WOOD, RED],
  statue: [WOOD, GOLD],
  vase: [WOOD, RED, PLUM],
  basket: [WOOD, GOLD],
  mat: [GOLD, RED],
  hat: [GOLD],
  bell: [GOLD, WOOD],
  stone: [BLUE],
  pot: [BLUE],
  knife: [BLUE],
  tree: [GREEN],
  cake: [GREEN],
  tea: [GREEN, WOOD],
  star: [RED, GOLD],
  trumpet: [GOLD],
  fish: [BLUE, RED],
  salt: [BLUE],
}

const BY_CATEGORY: Record<string, string> = {
  "do-go": "cabinet",
  "may-tre-coi": "basket",
  "dong-kim-khi": "bell",
  "da-gom": "stone",
  "lua-vai-theu": "cloth",
  "trang-tri-nhac-cu": "flower",
  "hoa-cay-canh": "tree",
  "gao-mien-pho": "rice",
  "banh-keo": "sweets",
  "hai-san-mam-muoi": "fish",
  "tra-rau-qua": "tea",
  "ruou-do-uong": "bottle",
}

/** Where the shelf's drawing would show the wrong thing: words of a product's id. */
const BY_WORD: [words: RegExp, drawing: string][] = [
  [/son-mai|loc-binh/, "vase"],
  [/^tuong|con-roi/, "statue"],
  [/^non-/, "hat"],
  [/chieu/, "mat"],
  [/^dao|^keo-rin/, "knife"],
  [/^noi-/, "pot"],
  [/den-ong-sao/, "star"],
  [/^ken-/, "trumpet"],
  [/^mien|pho/, "noodles"],
  [/chung|banh-gai|banh-cuon|nem/, "cake"],
  [/nuoc-mam|mam-tom/, "bottle"],
  [/muoi|salt/, "salt"],
  [/ngao/, "shell"],
  [/^nam-/, "mushroom"],
]

/** A flat drawing of the kind of thing a product is, as SVG: the demonstration has no photos of its own. */
export function illustrate({ id, category }: Product): string {
  const word = BY_WORD.find(([words]) => words.test(id))
  const name = word?.[1] ?? BY_CATEGORY[category] ?? "basket"
  const drawing = DRAWINGS[name]
  const sum = [...id].reduce((total, letter) => total + letter.charCodeAt(0), 0)
  const fitting = NATURAL[name] ?? COLOURS
  const colours = fitting[sum % fitting.length]
  if (!drawing || !colours) throw new Error(`There is no drawing for ${id}`)
  const floor = `<ellipse cx="600" cy="950" rx="380" ry="46" fill="${colours.dark}" opacity="0.14"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1200" width="1200" height="1200">
<rect width="1200" height="1200" fill="${colours.ground}"/><circle cx="600" cy="600" r="470" fill="#ffffff" opacity="0.45"/>
${floor}${drawing(colours)}</svg>`
}
