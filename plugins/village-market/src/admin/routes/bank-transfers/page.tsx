import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowDownLeftMini } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { AlarmBanner } from "../../components/alarm-banner"
import { Answer } from "../../components/answer"
import { BankStatement } from "../../components/bank-statement"
import { BankTransfer } from "../../components/bank-transfer"
import { useApi } from "../../lib/api"
import type { TransferShown } from "../../lib/bank"

/** Transfers that are nobody's payment by themselves, and the bank's statement. */
const BankTransfersPage = () => {
  const { t } = useTranslation("market")
  const [state, setState] = useState<"review" | "decided">("review")
  const list = useApi<{ bank_transfers: TransferShown[] }>(`/admin/bank-transfers?state=${state}`)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-2 px-6 py-4">
        <Heading>{t("bankTransfers")}</Heading>
        <Text size="small">{t("bankTransfersLead")}</Text>
        <div className="flex gap-2">
          {(["review", "decided"] as const).map((one) => (
            <Button
              key={one}
              size="small"
              variant={one === state ? "primary" : "secondary"}
              aria-pressed={one === state}
              onClick={() => setState(one)}
            >
              {t(one === "review" ? "bankWaiting" : "bankDecided")}
            </Button>
          ))}
        </div>
      </div>
      <AlarmBanner kind="review" />
      <Answer of={list}>
        {({ bank_transfers }) =>
          bank_transfers.length === 0 ? (
            <Text className="p-6">{t("noBankTransfers")}</Text>
          ) : (
            <ul className="divide-y">
              {bank_transfers.map((transfer) => (
                <BankTransfer key={transfer.id} transfer={transfer} done={list.reload} />
              ))}
            </ul>
          )
        }
      </Answer>
      <BankStatement done={list.reload} />
    </Container>
  )
}

export const config = defineRouteConfig({ label: "bankTransfers", translationNs: "market", icon: ArrowDownLeftMini })
export default BankTransfersPage
