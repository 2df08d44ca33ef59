import { canPayByQr, openDoorQr, readDoorQr } from "../../../../../payments/door-qr"
import { ownPart } from "../../../../../seller/own-acts"
import { money } from "../../../../../web/format"
import { page } from "../../../../../web/page"
import { DoorPage } from "../../../../../web/qr/door-page"
import { lookAgainSoon } from "../../../../../web/qr/look-again"
import { orders } from "../../../../../web/text/orders"
import { qr } from "../../../../../web/text/qr"
import type { ProducerRequest } from "../../../../actors"

/** The QR by which a buyer pays at the door; loads itself anew until the money has come. */
export const GET = page<ProducerRequest>(async (req, page, res) => {
  const { part } = await ownPart(req.scope, req.producer, String(req.params.id))
  const door = await readDoorQr(req.scope, part)
  const here = `/producer/orders/${part.id}/qr`
  const t = qr[page.lang]
  const link = door.attempt_id && `${page.settings.publicUrl}/market/pay/qr/${door.attempt_id}`
  return (
    <DoorPage
      page={page}
      no={part.display_no}
      door={door}
      here={here}
      looking={door.state === "open" && lookAgainSoon(req, res, here)}
      collected={part.cash_collected}
      lead={t.scan}
    >
      {door.state === "open" && link ? (
        <section class="card no-print">
          <h2>{t.link}</h2>
          <p>
            <a href={link}>{link}</a>
          </p>
          <p class="hint">
            {t.linkHint} {t.print}
          </p>
        </section>
      ) : null}
      {canPayByQr(part) && door.state !== "open" ? (
        <form method="post" action={here}>
          <p>{t.openLead(money(page.lang, part.due))}</p>
          {page.settings.bank ? (
            <button class="button" type="submit">
              {door.state === "none" ? t.open : t.new}
            </button>
          ) : (
            <p class="notice">{t.noBank}</p>
          )}
        </form>
      ) : null}
      <p class="no-print">
        <a href={`/producer/orders/${part.id}`}>{orders[page.lang].backToOrder}</a>
      </p>
    </DoorPage>
  )
})

export const POST = page<ProducerRequest>(async (req) => {
  const { part } = await ownPart(req.scope, req.producer, String(req.params.id))
  await openDoorQr(req.scope, part.id)
  return { redirect: `/producer/orders/${part.id}/qr` }
})
