import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ExclamationCircle } from "@medusajs/icons"
import { Badge, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { AlarmBanner } from "../../components/alarm-banner"
import { Answer } from "../../components/answer"
import { AskVnpay, DecidePayment } from "../../components/decide-payment"
import { useApi } from "../../lib/api"
import { inWords, type PaymentReview, type Word } from "../../lib/payment-reviews"
import { when } from "../../lib/producer"

/** Two columns on a desk, one on a phone. */
const WIDE = { flex: "1 1 20rem", minWidth: 0, overflowWrap: "anywhere" } as const
const STATES = {
  review: { text: "reviewOpen", colour: "orange" },
  captured: { text: "reviewCame", colour: "green" },
  failed: { text: "reviewNotCame", colour: "grey" },
} as const

/** Payments of which VNPay says neither paid nor unpaid: the evidence, and a person's decision. */
const PaymentReviewsPage = () => {
  const { t } = useTranslation("market")
  const list = useApi<{ reviews: PaymentReview[] }>("/admin/payments/reviews")
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("paymentReviews")}</Heading>
        <Text size="small">{t("paymentReviewsLead")}</Text>
      </div>
      <AlarmBanner kind="review" />
      <Answer of={list}>
        {({ reviews }) =>
          reviews.length === 0 ? (
            <Text className="p-6">{t("noPaymentReviews")}</Text>
          ) : (
            <ul className="divide-y">
              {reviews.map((review) => (
                <li key={review.id} className="flex flex-wrap items-start gap-4 px-6 py-4">
                  <Evidence review={review} />
                  <div style={WIDE} className="flex flex-col items-start gap-3">
                    {review.state === "review" ? (
                      <>
                        <AskVnpay id={review.id} done={list.reload} />
                        <DecidePayment id={review.id} known={numberOf(review)} done={list.reload} />
                      </>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Container>
  )
}

/** VNPay's number of the payment as far as it has named one. */
const numberOf = ({ words }: PaymentReview) =>
  words
    .map(({ transaction_no }) => transaction_no)
    .filter((no) => /^[1-9]\d*$/.test(no))
    .pop() ?? ""

function Evidence({ review }: { review: PaymentReview }) {
  const { t, i18n } = useTranslation("market")
  const money = new Intl.NumberFormat(i18n.language, { style: "currency", currency: "VND" })
  const { buyer, items, order_id } = review
  const state = STATES[review.state]
  return (
    <div style={WIDE} className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <Text weight="plus">{money.format(review.amount)}</Text>
        <Badge size="2xsmall" color={state.colour}>
          {t(state.text)}
        </Badge>
      </div>
      <Text size="xsmall">
        {review.txn_ref} · {when(review.created_at, i18n.language)}
        {review.method ? ` · ${review.method}` : ""}
      </Text>
      {buyer ? (
        <Text size="small">
          {t("reviewBuyer")}: {[buyer.name, buyer.phone, buyer.email].filter(Boolean).join(", ")}
        </Text>
      ) : null}
      <Text size="small">
        {order_id ? (
          <Link className="underline" to={`/orders/${order_id}`}>
            {t("reviewOrder")}
          </Link>
        ) : (
          `${t("reviewBasket")}: ${items.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ")}`
        )}
      </Text>
      {review.superseded_at && review.state === "review" ? <Text size="small">{t("reviewSuperseded")}</Text> : null}
      <Text size="small" weight="plus">
        {t("reviewWords")}
      </Text>
      <ul className="flex flex-col gap-1">
        {review.words.map((word) => (
          <li key={word.id}>
            <Said word={word} money={money} />
          </li>
        ))}
      </ul>
      {review.reviews.map(({ decision, reason, decided_by, decided_at }) => (
        <Text key={decided_at} size="small">
          {t("reviewDecided", {
            decision: t(decision === "came" ? "reviewCame" : "reviewNotCame"),
            ...{ by: decided_by, at: when(decided_at, i18n.language), reason },
            interpolation: { escapeValue: false },
          })}
        </Text>
      ))}
    </div>
  )
}

function Said({ word, money }: { word: Word; money: Intl.NumberFormat }) {
  const { t, i18n } = useTranslation("market")
  const said = [
    inWords(word.response, i18n.language),
    inWords(word.status, i18n.language),
    word.amount === null ? "" : money.format(word.amount),
    word.bank_code,
    word.transaction_no ? t("reviewNumber", { no: word.transaction_no }) : "",
  ]
  return (
    <Text size="small">
      {t(`reviewFrom.${word.from}`)} {when(word.received_at, i18n.language)}: {said.filter(Boolean).join(" · ")}
    </Text>
  )
}

export const config = defineRouteConfig({
  label: "paymentReviews",
  translationNs: "market",
  icon: ExclamationCircle,
})
export default PaymentReviewsPage
