import { Button, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"
import { Answer } from "../../../components/answer"
import { Decide } from "../../../components/decide"
import { Papers } from "../../../components/papers"
import { useApi } from "../../../lib/api"
import { type Dossier, MOVES, STATUS_COLOUR, when } from "../../../lib/producer"

/** One producer with all that is needed to decide on it. */
const ProducerPage = () => {
  const { id = "" } = useParams()
  const dossier = useApi<Dossier>(`/admin/producers/${encodeURIComponent(id)}`)
  return <Answer of={dossier}>{(data) => <Shown dossier={data} reload={dossier.reload} />}</Answer>
}

function Shown({ dossier, reload }: { dossier: Dossier; reload: () => void }) {
  const { t, i18n } = useTranslation("market")
  const { producer, commune, craft_village, tax_code, same_owner, listings, history } = dossier
  const owners = same_owner.map((shop) => (
    <Link key={shop.id} className="mr-2 underline" to={`/producers/${shop.id}`}>
      {shop.name ?? t("unnamed")}
    </Link>
  ))
  const facts: [string, ReactNode][] = [
    [t("kind.label"), producer.kind && t(`kind.${producer.kind}`)],
    [
      t("phone"),
      <a key="phone" href={`tel:${producer.phone}`}>
        {producer.phone}
      </a>,
    ],
    [t("place"), [commune?.full_name, craft_village?.name].filter(Boolean).join(", ")],
    [t("makes"), producer.makes],
    [t("origin.label"), producer.origin && t(`origin.${producer.origin}`)],
    [t("helper"), [producer.helper_name, producer.helper_phone].filter(Boolean).join(", ")],
    [t("taxCode"), tax_code.present && t("taxCodeGiven", { last3: tax_code.last3 ?? "" })],
    [t("submitted"), producer.submitted_at && when(producer.submitted_at, i18n.language)],
    ...(producer.status_reason ? [[t("reason"), producer.status_reason] satisfies [string, ReactNode]] : []),
    ...(owners.length > 0 ? [[t("sameOwner"), owners] satisfies [string, ReactNode]] : []),
  ]
  return (
    <div className="flex flex-col gap-3">
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
          <div className="flex items-center gap-3">
            <Heading>{producer.name ?? t("unnamed")}</Heading>
            <StatusBadge color={STATUS_COLOUR[producer.status]}>{t(`status.${producer.status}`)}</StatusBadge>
          </div>
          <div className="flex gap-2">
            {MOVES[producer.status].map((move) => (
              <Decide key={move} producerId={producer.id} move={move} done={reload} />
            ))}
            <Button size="small" variant="transparent" asChild>
              <Link to="/producers">{t("producers")}</Link>
            </Button>
          </div>
        </div>
        <dl>
          {facts.map(([name, value]) => (
            <div key={name} className="grid grid-cols-[12rem_1fr] gap-4 px-6 py-2">
              <dt className="txt-small text-ui-fg-subtle">{name}</dt>
              <dd className="txt-small">{value || t("notGiven")}</dd>
            </div>
          ))}
        </dl>
      </Container>
      <Papers producerId={producer.id} evidence={dossier.evidence} done={reload} />
      <Section title={t("listings")} empty={t("noListings")}>
        {listings.map((listing) => (
          <Text key={listing.id} size="small">
            <Link className="underline" to={`/products/${listing.product_id}`}>
              {listing.title ?? listing.id}
            </Link>{" "}
            {listing.price != null &&
              `${new Intl.NumberFormat(i18n.language).format(listing.price)} ₫ / ${listing.unit}`}{" "}
            {listing.hidden && `(${t("hidden")})`}
          </Text>
        ))}
      </Section>
      <Section title={t("history")} empty={t("noHistory")}>
        {history.map((entry) => (
          <Text key={entry.id} size="small">
            {when(entry.created_at, i18n.language)} · {t(`actor.${entry.actor_kind}`)} {entry.actor_name}:{" "}
            {t(`act.${entry.act}`, { defaultValue: entry.act })}
            {entry.reason && `. ${t("reason")}: ${entry.reason}`}
          </Text>
        ))}
      </Section>
    </div>
  )
}

function Section({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  return (
    <Container className="flex flex-col gap-2">
      <Heading level="h2">{title}</Heading>
      {children.length > 0 ? children : <Text size="small">{empty}</Text>}
    </Container>
  )
}

export default ProducerPage
