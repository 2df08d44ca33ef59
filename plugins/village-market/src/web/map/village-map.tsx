import type { ListedVillage, PlacedCommune } from "../../modules/catalogue/reads/read-villages"
import type { Language } from "../language"
import { market } from "../text/market"
import { drawCommunes, spread } from "./commune-map"

type MapProps = { lang: Language; communes: PlacedCommune[]; villages: ListedVillage[] }

/** All villages, numbered as in the list beside it. A picture: every link is in the list, where fingers can hit it. */
export function VillageMap({ lang, communes, villages }: MapProps) {
  if (communes.length === 0) return null
  const map = drawCommunes(communes, 720)
  const home = new Set(villages.map(({ commune }) => commune?.code))
  const spots = spread(
    villages.map(({ latitude, longitude }) => map.place(latitude, longitude)),
    17,
  )
  return (
    <svg class="map" viewBox={`-4 -4 ${map.width + 8} ${map.height + 8}`} role="img" aria-label={market[lang].mapLabel}>
      <path
        d={map.cells
          .filter(({ code }) => !home.has(code))
          .map(({ path }) => path)
          .join("")}
      />
      <path
        class="home"
        d={map.cells
          .filter(({ code }) => home.has(code))
          .map(({ path }) => path)
          .join("")}
      />
      {spots.map(([x, y], place) => {
        const offers = (villages[place]?.products ?? 0) > 0
        const at = { x: Math.round(x), y: Math.round(y) }
        return (
          <>
            <circle cx={at.x} cy={at.y} r={offers ? 8.5 : 6} class={offers ? "offers" : undefined} />
            {offers ? (
              <text x={at.x} y={at.y + 3.5}>
                {place + 1}
              </text>
            ) : null}
          </>
        )
      })}
    </svg>
  )
}

/** The communes about one village. */
export function VillageMapDetail({ lang, communes, villages: [village] }: MapProps) {
  if (communes.length === 0 || !village) return null
  const map = drawCommunes(communes, 2400)
  const [x, y] = map.place(village.latitude, village.longitude)
  const [width, height] = [640, 420]
  const near = map.cells.filter(({ at }) => Math.abs(at[0] - x) < width * 0.75 && Math.abs(at[1] - y) < height * 0.85)
  const view = `${Math.round(x - width / 2)} ${Math.round(y - height / 2)} ${width} ${height}`
  return (
    <svg class="map detail" viewBox={view} role="img" aria-label={market[lang].mapDetailLabel(village.name)}>
      <path
        d={near
          .filter(({ code }) => code !== village.commune?.code)
          .map(({ path }) => path)
          .join("")}
      />
      <path
        class="home"
        d={near
          .filter(({ code }) => code === village.commune?.code)
          .map(({ path }) => path)
          .join("")}
      />
      {near.map(({ name, at }) => (
        <text x={Math.round(at[0])} y={Math.round(besideDot(at[1], at[0] - x, at[1] - y))} class="place">
          {name.replace(/^(Xã|Phường) /, "")}
        </text>
      ))}
      <circle cx={Math.round(x)} cy={Math.round(y)} r="11" class="offers" />
    </svg>
  )
}

/** A name keeps clear of the village's dot. */
const besideDot = (y: number, dx: number, dy: number) => (Math.abs(dx) < 70 && Math.abs(dy) < 24 ? y - dy - 20 : y)
