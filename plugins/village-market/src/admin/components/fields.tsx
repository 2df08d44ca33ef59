import { Input, Label, Select, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"

type TextFieldProps = ComponentProps<typeof Input> & { name: string; label: string; hint?: string }

/** A labelled input of a dashboard form. */
export function TextField({ name, label, hint, ...input }: TextFieldProps) {
  return (
    <div className="flex flex-col gap-1">
      <Label htmlFor={name}>{label}</Label>
      {hint ? <Text size="small">{hint}</Text> : null}
      <Input id={name} name={name} {...input} />
    </div>
  )
}

type ChoiceFieldProps = { name: string; label: string; options: { value: string; label: string }[] }

export function ChoiceField({ name, label, options }: ChoiceFieldProps) {
  return (
    <div className="flex flex-col gap-1">
      <Label htmlFor={name}>{label}</Label>
      <Select name={name} defaultValue={options[0]?.value}>
        <Select.Trigger id={name}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map(({ value, label }) => (
            <Select.Item key={value} value={value}>
              {label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
