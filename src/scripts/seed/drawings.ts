/** Colours of a drawing: ground, main, dark, light. */
export type Colours = { ground: string; main: string; dark: string; light: string }

const line = (d: string, colour: string, width = 14) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
const shape = (d: string, colour: string) => `<path d="${d}" fill="${colour}"/>`
const circle = (x: number, y: number, r: number, colour: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`
const box = (x: number, y: number, width: number, height: number, colour: string, round = 8) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${colour}"/>`
const repeat = (times: number, draw: (index: number) => string) =>
  Array.from({ length: times }, (_, i) => draw(i)).join("")
const turned = (degrees: number, inner: string) => `<g transform="rotate(${degrees} 600 600)">${inner}</g>`

/** One drawing per kind of thing, on a square of 1200 by 1200. */
export const DRAWINGS: Record<string, (colours: Colours) => string> = {
  cabinet: ({ main, dark, light }) =>
    box(280, 330, 640, 470, main) +
    box(250, 300, 700, 50, dark) +
    repeat(2, (i) => box(315 + i * 300, 390, 270, 290, light) + box(345 + i * 300, 420, 210, 230, main)) +
    repeat(2, (i) => circle(450 + i * 300, 535, 60, light) + circle(450 + i * 300, 535, 30, dark)) +
    box(315, 710, 570, 60, dark) +
    repeat(2, (i) => box(300 + i * 540, 800, 60, 110, dark)),
  vase: ({ main, dark, light }) =>
    shape(
      "M500 290 h200 q-10 90 60 160 q90 100 60 260 q-30 150 -120 200 h-200 q-90 -50 -120 -200 q-30 -160 60 -260 q70 -70 60 -160z",
      main,
    ) +
    box(480, 270, 240, 40, dark, 20) +
    line("M395 600 q205 70 410 0 M385 690 q215 75 430 0", light, 18) +
    repeat(5, (i) => circle(450 + i * 75, 655 + (i === 2 ? 14 : i % 2 ? 11 : 0), 16, dark)),
  basket: ({ main, dark, light }) =>
    line("M400 560 q0 -260 200 -260 q200 0 200 260", dark, 34) +
    shape("M300 560 h600 l-80 330 q-5 20 -30 20 h-380 q-25 0 -30 -20z", main) +
    repeat(4, (i) => line(`M${325 + i * 16} ${640 + i * 70} h${550 - i * 32}`, light, 20)) +
    repeat(6, (i) => line(`M${370 + i * 92} 590 l${(3 - i) * 12 - 6} 290`, dark, 10)) +
    box(280, 540, 640, 50, dark, 25),
  hat: ({ main, dark, light }) =>
    shape("M600 330 L980 800 q-380 110 -760 0z", main) +
    repeat(5, (i) =>
      line(`M${540 - i * 62} ${436 + i * 76} q${60 + i * 62} ${24 + i * 10} ${120 + i * 124} 0`, light, 9),
    ) +
    line("M370 830 q-10 150 230 160 q240 -10 230 -160", dark, 14),
  mat: ({ main, dark, light }) =>
    box(300, 440, 560, 400, main, 20) +
    repeat(6, (i) => box(300, 470 + i * 62, 560, 22, i % 2 ? light : dark, 0)) +
    box(820, 420, 150, 440, dark, 75) +
    circle(895, 495, 52, light) +
    circle(895, 495, 26, main),
  statue: ({ main, dark, light }) =>
    circle(600, 350, 100, main) +
    line("M505 310 q95 -100 190 0", dark, 34) +
    shape("M490 470 h220 q70 30 90 330 h-400 q20 -300 90 -330z", main) +
    line("M520 560 q80 110 160 0 M600 640 v150", light, 18) +
    box(370, 790, 460, 60, dark) +
    box(320, 850, 560, 70, dark),
  bell: ({ main, dark, light }) =>
    line("M540 330 q0 -80 60 -80 q60 0 60 80", dark, 34) +
    shape("M430 380 q170 -110 340 0 q20 300 100 440 h-540 q80 -140 100 -440z", main) +
    line("M418 520 h364 M400 660 h400", light, 16) +
    repeat(4, (i) => circle(480 + i * 80, 590, 18, dark)) +
    box(310, 810, 580, 50, dark, 25),
  knife: ({ main, dark, light }) =>
    repeat(2, (i) =>
      turned(
        i ? 40 : -40,
        shape("M560 240 q110 60 110 250 v110 h-110z", i ? light : main) +
          box(550, 600, 130, 40, dark) +
          box(565, 640, 80, 270, dark, 40),
      ),
    ),
  pot: ({ main, dark, light }) =>
    box(330, 520, 540, 340, main, 60) +
    box(290, 490, 620, 56, dark, 28) +
    shape("M340 490 q260 -210 520 0z", light) +
    circle(600, 360, 40, dark) +
    line("M330 620 h-80 M870 620 h80", dark, 40),
  stone: ({ main, dark, light }) =>
    shape("M600 250 L860 430 h-520z", dark) +
    box(420, 430, 360, 200, main) +
    box(520, 470, 160, 120, light, 60) +
    box(370, 630, 460, 50, dark) +
    shape("M520 680 h160 l30 180 h-220z", main) +
    box(380, 860, 440, 70, dark),
  cloth: ({ main, dark, light }) =>
    repeat(3, (i) => box(290 + i * 30, 700 - i * 120, 620 - i * 60, 100, i === 1 ? light : main, 50)) +
    shape("M420 460 h360 v330 q-45 60 -90 0 q-45 -60 -90 0 q-45 60 -90 0 q-45 -60 -90 0z", dark) +
    repeat(4, (i) => circle(480 + i * 80, 620, 20, light)) +
    line("M420 520 h360", light, 12),
  star: ({ main, dark, light }) =>
    line("M600 180 v120 M600 830 v180", dark, 16) +
    circle(600, 590, 330, light) +
    shape("M600 290 L676 485 L885 497 L724 630 L776 833 L600 720 L424 833 L476 630 L315 497 L524 485z", main) +
    circle(600, 590, 70, dark),
  flower: ({ main, dark, light }) =>
    line("M600 600 q-20 200 20 380 M610 800 q120 -20 150 -110", dark, 24) +
    repeat(6, (i) =>
      turned(
        i * 60 - 0,
        `<ellipse cx="600" cy="400" rx="95" ry="150" fill="${i % 2 ? light : main}" transform="translate(0 60)"/>`,
      ),
    ) +
    circle(600, 600, 80, dark),
  trumpet: ({ main, dark, light }) =>
    shape("M760 460 q120 -30 200 -150 v580 q-80 -120 -200 -150z", main) +
    line("M240 600 h560", main, 60) +
    line("M380 600 q-10 170 130 170 h130 q110 0 100 -170", dark, 34) +
    repeat(3, (i) => box(470 + i * 80, 470, 40, 140, light, 20) + circle(490 + i * 80, 455, 34, dark)),
  tree: ({ main, dark, light }) =>
    line("M600 820 q-60 -120 20 -220 q60 -90 -20 -200", dark, 50) +
    repeat(
      4,
      (i) =>
        `<ellipse cx="${[460, 740, 600, 650][i]}" cy="${[520, 590, 370, 470][i]}" rx="150" ry="80" fill="${i % 2 ? light : main}"/>`,
    ) +
    shape("M400 820 h400 l-50 140 h-300z", dark),
  rice: ({ main, dark, light }) =>
    shape("M360 600 q240 -260 480 0z", "#fffdf7") +
    shape("M310 600 h580 q0 280 -220 310 h-140 q-220 -30 -220 -310z", main) +
    line("M350 690 q250 50 500 0", light, 18) +
    line("M880 560 q60 -200 -40 -330", dark, 12) +
    repeat(
      6,
      (i) =>
        `<ellipse cx="${905 - i * 7 - (i % 2) * 40}" cy="${470 - i * 42}" rx="14" ry="32" fill="${dark}" transform="rotate(${i % 2 ? -30 : 30} 890 ${470 - i * 42})"/>`,
    ),
  noodles: ({ main, dark, light }) =>
    line("M720 260 L560 620 M800 280 L610 620", dark, 20) +
    repeat(5, (i) => line(`M${400 + i * 50} 600 q${40 + i * 14} -130 ${120 + i * 20} 0`, light, 22)) +
    shape("M290 590 h620 q0 290 -230 320 h-160 q-230 -30 -230 -320z", main) +
    line("M335 690 q265 50 530 0", light, 18),
  cake: ({ main, dark, light }) =>
    box(350, 370, 500, 500, main, 40) +
    repeat(2, (i) => box(350, 500 + i * 190, 500, 30, light, 0) + box(480 + i * 200, 370, 30, 500, light, 0)) +
    line("M600 370 q-90 -130 -150 -40 q20 60 150 40 q90 -130 150 -40 q-20 60 -150 40", dark, 18),
  sweets: ({ main, dark, light }) =>
    box(280, 620, 640, 250, dark, 30) +
    repeat(9, (i) => circle(385 + (i % 5) * 108, i < 5 ? 610 : 520, 66, i % 2 ? main : light)) +
    box(280, 660, 640, 210, main, 30) +
    line("M340 765 h520", light, 20),
  fish: ({ main, dark, light }) =>
    shape("M250 600 q260 -270 560 0 l150 -130 v260 l-150 -130 q-300 270 -560 0z", main) +
    circle(390, 570, 32, light) +
    circle(390, 570, 14, dark) +
    repeat(3, (i) => line(`M${520 + i * 90} 520 q50 80 0 160`, light, 14)) +
    line("M470 500 q-30 100 10 190", dark, 14),
  bottle: ({ main, dark, light }) =>
    box(545, 220, 110, 80, dark, 20) +
    shape("M555 300 h90 v120 q120 60 120 180 v290 q0 40 -40 40 h-250 q-40 0 -40 -40 v-290 q0 -120 120 -180z", main) +
    box(435, 620, 330, 190, light, 0) +
    line("M500 690 h200 M500 750 h130", dark, 16),
  salt: ({ main, dark, light }) =>
    shape("M600 340 q120 210 330 520 h-660 q210 -310 330 -520z", "#fffdf7") +
    shape("M600 340 q120 210 330 520 h-330 q60 -300 0 -520z", light) +
    line("M300 320 L470 800", dark, 22) +
    box(250, 860, 700, 50, main, 25),
  shell: ({ main, dark, light }) =>
    shape("M600 850 q-330 -60 -330 -290 q90 -210 330 -210 q240 0 330 210 q0 230 -330 290z", main) +
    repeat(5, (i) =>
      line(`M600 830 q${(i - 2) * 90} -160 ${(i - 2) * 125} -${430 - Math.abs(i - 2) * 60}`, light, 16),
    ) +
    box(530, 820, 140, 60, dark, 30),
  tea: ({ main, dark, light }) =>
    shape("M320 540 h480 q0 300 -160 340 h-160 q-160 -40 -160 -340z", main) +
    line("M800 600 q140 0 120 110 q-20 90 -160 80", main, 36) +
    box(280, 880, 560, 44, dark, 22) +
    line("M480 460 q-50 -70 0 -140 M620 460 q-50 -70 0 -140", light, 20) +
    shape("M500 700 q80 -110 160 -60 q10 110 -160 60z", light),
  mushroom: ({ main, dark, light }) =>
    shape("M540 560 h120 q-10 200 40 330 h-200 q50 -130 40 -330z", light) +
    shape("M250 580 q40 -270 350 -270 q310 0 350 270 q-350 70 -700 0z", main) +
    line("M360 510 q60 -120 240 -120", light, 18) +
    line("M300 590 q300 50 600 0", dark, 22),
}
