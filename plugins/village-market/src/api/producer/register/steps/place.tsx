import type { MedusaContainer } from "@medusajs/framework/types"
import { REGISTRY } from "../../../../modules/registry"
import { type FoundCommune, findCommunes } from "../../../../modules/registry/commune-search"
import { HOME_PROVINCE } from "../../../../modules/registry/home-province"
import { Choice, ErrorSummary, Input, Select } from "../../../../web/fields"
import { byName } from "../../../../web/format"
import type { Language } from "../../../../web/language"
import { registration } from "../../../../web/text/registration"
import { type Step, type StepView, sayer } from "./step"

const asText = (value: unknown) => (typeof value === "string" ? value : "")

async function searchedCommunes(container: MedusaContainer) {
  const registry = container.resolve(REGISTRY)
  const communes = await registry.listCommunes({ province_code: HOME_PROVINCE }, { take: 1000 })
  const former = await registry.listFormerUnits({ commune_code: communes.map(({ code }) => code) }, { take: 5000 })
  return communes.map(({ code, full_name }) => ({
    code,
    full_name,
    former: former.filter(({ commune_code }) => commune_code === code),
  }))
}

export const communeStep: Step = {
  title: (t) => t.communeTitle,
  ownForm: true,
  fields: async (view) => {
    const { lang } = view.page
    const typed = asText(view.query.q)
    const communes = await searchedCommunes(view.container)
    const found = findCommunes(typed, communes)
    const chosen = communes.find(({ code }) => code === view.producer.commune_code)
    const t = registration[lang]
    const back = asText(view.query.back)
    return (
      <>
        <ErrorSummary lang={lang} errors={view.errors} />
        {chosen ? (
          <form method="post" action="/producer/register/commune" class="notice">
            <p>
              {t.communeChosen}: <b>{chosen.full_name}</b>
            </p>
            <input type="hidden" name="back" value={back} />
            <button class="button" type="submit" name="commune_code" value={chosen.code}>
              {t.communeKeep}
            </button>
          </form>
        ) : null}
        <form method="get" action="/producer/register/commune">
          <input type="hidden" name="back" value={back} />
          <Input
            lang={lang}
            name="q"
            type="search"
            label={t.communeSearch}
            hint={t.communeSearchHint}
            value={typed}
            required
          />
          <button class={chosen || found.length > 0 ? "button secondary" : "button"} type="submit">
            {t.search}
          </button>
        </form>
        {typed && found.length === 0 ? <p role="status">{t.communeNone(typed)}</p> : null}
        {found.length > 0 ? <FoundList lang={lang} found={found} back={back} /> : null}
      </>
    )
  },
  read: async ({ fields, container, page }) => {
    const code = asText(fields.commune_code)
    const [commune] = code ? await container.resolve(REGISTRY).listCommunes({ code, province_code: HOME_PROVINCE }) : []
    if (!commune) return { ok: false, errors: { q: sayer(page.lang)("commune_missing") } }
    return { ok: true, value: { commune_code: commune.code } }
  },
}

function FoundList({ lang, found, back }: { lang: Language; found: FoundCommune[]; back: string }) {
  const t = registration[lang]
  return (
    <form method="post" action="/producer/register/commune">
      <h2>{t.communeFound}</h2>
      <input type="hidden" name="back" value={back} />
      {found.map(({ code, full_name, former }) => (
        <button class="pick" type="submit" name="commune_code" value={code}>
          {full_name}
          {former.length > 0 ? <small>{t.communeFormer(former.join(", "))}</small> : null}
        </button>
      ))}
    </form>
  )
}

export const villageStep: Step = {
  title: (t) => t.villageTitle,
  fields: async (view) => {
    const { lang } = view.page
    const t = registration[lang]
    const all = await view.container.resolve(REGISTRY).listCraftVillages({}, { take: 1000 })
    const compare = byName(lang)
    const villages = all
      .map(({ id, name, craft, commune_code }) => ({ value: id, label: name, hint: craft, commune_code }))
      .sort((a, b) => compare(a.label, b.label))
    const here = villages.filter(({ commune_code }) => commune_code === view.producer.commune_code)
    const elsewhere = villages
      .filter((village) => !here.includes(village))
      .map(({ value, label, hint }) => ({ value, label: `${label}: ${hint}` }))
    const { choice, other } = villageAnswer(
      view,
      here.map(({ value }) => value),
    )
    const options = [
      ...here,
      { value: "none", label: t.villageNone },
      { value: "elsewhere", label: t.villageElsewhere },
    ]
    return (
      <>
        <Choice
          lang={lang}
          name="craft_village_id"
          label={t.village}
          hint={here.length > 0 ? t.villageHere : t.villageNoneHere}
          value={choice}
          options={options}
          errors={view.errors}
          required
        />
        <div class="when-elsewhere">
          <Select
            lang={lang}
            name="other_village"
            label={t.villagePick}
            value={other}
            options={elsewhere}
            empty="—"
            errors={view.errors}
            required
          />
        </div>
      </>
    )
  },
  read: async ({ fields, container, page }) => {
    const choice = asText(fields.craft_village_id)
    if (choice === "none") return { ok: true, value: { craft_village_id: null } }
    const id = choice === "elsewhere" ? asText(fields.other_village) : choice
    const [village] = id ? await container.resolve(REGISTRY).listCraftVillages({ id }) : []
    if (village) return { ok: true, value: { craft_village_id: village.id } }
    const field = choice === "elsewhere" ? "other_village" : "craft_village_id"
    return { ok: false, errors: { [field]: sayer(page.lang)("village_unknown") } }
  },
}

function villageAnswer({ sent, producer }: StepView, here: string[]) {
  if (sent) return { choice: asText(sent.craft_village_id), other: asText(sent.other_village) }
  const stored = producer.craft_village_id
  if (!stored || here.includes(stored)) return { choice: stored ?? (producer.makes ? "none" : ""), other: "" }
  return { choice: "elsewhere", other: stored }
}
