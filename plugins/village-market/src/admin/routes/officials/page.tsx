import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { Button, Container, Heading, StatusBadge, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Answer } from "../../components/answer"
import { NewOfficial } from "../../components/new-official"
import { PasswordOnce, type Secret } from "../../components/password-once"
import { api, useApi } from "../../lib/api"

type Official = { id: string; email: string; name: string; area_kind: string; area: string; active: boolean }
type Change = "deactivate" | "reactivate" | "reset-password"

/** The civil servants who may log in under /office. */
const OfficialsPage = () => {
  const { t } = useTranslation("market")
  const prompt = usePrompt()
  const list = useApi<{ officials: Official[] }>("/admin/officials")
  const [secret, setSecret] = useState<Secret>()
  const change = async ({ id, email }: Official, what: Change, label: string) => {
    if (what !== "reactivate") {
      const sure = await prompt({
        title: email,
        description: t(`sure.${what}`),
        confirmText: label,
        cancelText: t("cancel"),
      })
      if (!sure) return
    }
    try {
      const { password } = await api<{ password?: string }>(`/admin/officials/${id}/${what}`, {})
      if (password) setSecret({ email, password })
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    list.reload()
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading>{t("officials")}</Heading>
        <NewOfficial
          made={(made) => {
            setSecret(made)
            list.reload()
          }}
        />
      </div>
      <PasswordOnce secret={secret} close={() => setSecret(undefined)} />
      <Answer of={list}>
        {({ officials }) =>
          officials.length === 0 ? (
            <Text className="p-6">{t("noOfficials")}</Text>
          ) : (
            <Table>
              <Table.Header>
                <Table.Row>
                  {["name", "email", "area", "state"].map((column) => (
                    <Table.HeaderCell key={column}>{t(column)}</Table.HeaderCell>
                  ))}
                  <Table.HeaderCell />
                </Table.Row>
              </Table.Header>
              <Table.Body>
                {officials.map((official) => (
                  <Table.Row key={official.id}>
                    <Table.Cell>{official.name}</Table.Cell>
                    <Table.Cell>{official.email}</Table.Cell>
                    <Table.Cell>{official.area}</Table.Cell>
                    <Table.Cell>
                      <StatusBadge color={official.active ? "green" : "grey"}>
                        {t(official.active ? "active" : "closed")}
                      </StatusBadge>
                    </Table.Cell>
                    <Table.Cell className="text-right">
                      <Button
                        size="small"
                        variant="transparent"
                        onClick={() => change(official, "reset-password", t("resetPassword"))}
                      >
                        {t("resetPassword")}
                      </Button>
                      {official.active ? (
                        <Button
                          size="small"
                          variant="transparent"
                          onClick={() => change(official, "deactivate", t("deactivate"))}
                        >
                          {t("deactivate")}
                        </Button>
                      ) : (
                        <Button
                          size="small"
                          variant="transparent"
                          onClick={() => change(official, "reactivate", t("reactivate"))}
                        >
                          {t("reactivate")}
                        </Button>
                      )}
                    </Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          )
        }
      </Answer>
    </Container>
  )
}

export const config = defineRouteConfig({ label: "officials", translationNs: "market", icon: Users })

export default OfficialsPage
