import { Button, FocusModal, Heading, toast } from "@medusajs/ui"
import { type FormEvent, type ReactNode, useState } from "react"

type Props = {
  title: string
  submit: string
  /** Sends what the form holds; a refusal is shown and the form stays. */
  send: (form: FormData) => Promise<unknown>
  children: ReactNode
}

/** A button that opens a form over the page. */
export function FormModal({ title, submit, send, children }: Props) {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    try {
      await send(form)
      setOpen(false)
    } catch (error) {
      toast.error(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }
  return (
    <FocusModal open={open} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>
        <Button size="small" className="shrink-0 whitespace-nowrap">
          {title}
        </Button>
      </FocusModal.Trigger>
      <FocusModal.Content aria-describedby={undefined}>
        <FocusModal.Header />
        <FocusModal.Body className="mx-auto w-full max-w-xl overflow-y-auto px-6 py-8">
          <form className="flex flex-col gap-3" onSubmit={onSubmit}>
            <FocusModal.Title asChild>
              <Heading>{title}</Heading>
            </FocusModal.Title>
            {children}
            <Button type="submit" isLoading={busy}>
              {submit}
            </Button>
          </form>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
