import type { Child } from "hono/jsx"
import type { Language } from "./language"
import { common } from "./text/common"

/** Messages by field name, as `invalid()` of `form.ts` makes them. */
export type FieldErrors = Record<string, string>

type FieldProps = {
  lang: Language
  name: string
  label: string
  hint?: string
  value?: string | number | null
  errors?: FieldErrors
  required?: boolean
}

type InputProps = FieldProps & {
  type?: "text" | "tel" | "email" | "password" | "date" | "search"
  inputmode?: "text" | "numeric" | "decimal" | "tel" | "email"
  autocomplete?: string
  maxlength?: number
  suffix?: string
}

/** One labelled input; its error stands above it and is read with it. */
export function Input({ type = "text", inputmode, autocomplete, maxlength, suffix, ...field }: InputProps) {
  return (
    <Field {...field}>
      <span class="with-suffix">
        <input
          id={field.name}
          name={field.name}
          type={type}
          inputmode={inputmode}
          autocomplete={autocomplete}
          maxlength={maxlength}
          required={field.required}
          value={field.value ?? ""}
          {...described(field)}
        />
        {suffix ? <span aria-hidden="true">{suffix}</span> : null}
      </span>
    </Field>
  )
}

export function TextArea({ rows = 4, maxlength, ...field }: FieldProps & { rows?: number; maxlength?: number }) {
  return (
    <Field {...field}>
      <textarea
        id={field.name}
        name={field.name}
        rows={rows}
        maxlength={maxlength}
        required={field.required}
        {...described(field)}
      >
        {field.value ?? ""}
      </textarea>
    </Field>
  )
}

/** `inside`: what else is to be said once this one is chosen; radios only. */
export type Option = { value: string; label: string; hint?: string; inside?: Child }

/** A long list. Where there are few answers use `Choice`: radios are easier for older hands. */
export function Select({ options, empty, ...field }: FieldProps & { options: Option[]; empty?: string }) {
  return (
    <Field {...field}>
      <select id={field.name} name={field.name} required={field.required} {...described(field)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option value={value} selected={value === String(field.value ?? "")}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function Choice({ options, ...field }: FieldProps & { options: Option[] }) {
  const error = field.errors?.[field.name]
  return (
    <fieldset class="field choice" aria-describedby={error ? `${field.name}-error` : undefined}>
      <legend>
        <Label {...field} />
      </legend>
      {field.hint ? <p class="hint">{field.hint}</p> : null}
      {error ? (
        <p class="error" id={`${field.name}-error`}>
          {error}
        </p>
      ) : null}
      {options.map(({ value, label, hint, inside }, index) => (
        <>
          <label class="option">
            <input
              type="radio"
              id={index === 0 ? field.name : undefined}
              name={field.name}
              value={value}
              checked={value === field.value}
              required={field.required}
            />
            <span>
              {label}
              {hint ? <small>{hint}</small> : null}
            </span>
          </label>
          {inside}
        </>
      ))}
    </fieldset>
  )
}

export function FileInput({ accept, capture, ...field }: FieldProps & { accept: string; capture?: "environment" }) {
  return (
    <Field {...field}>
      <input
        id={field.name}
        name={field.name}
        type="file"
        accept={accept}
        capture={capture}
        required={field.required}
        {...described(field)}
      />
    </Field>
  )
}

/** What is wrong, at the top of a form and first in the reading order, each line a link to its field. */
export function ErrorSummary({ lang, errors }: { lang: Language; errors?: FieldErrors }) {
  const lines = Object.entries(errors ?? {})
  if (lines.length === 0) return null
  return (
    <div class="errors" role="alert">
      <h2>{common[lang].errorTitle}</h2>
      <ul>
        {lines.map(([name, message]) => (
          <li>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Field({ children, ...field }: FieldProps & { children: Child }) {
  const error = field.errors?.[field.name]
  return (
    <div class={error ? "field wrong" : "field"}>
      <label for={field.name}>
        <Label {...field} />
      </label>
      {field.hint ? (
        <p class="hint" id={`${field.name}-hint`}>
          {field.hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${field.name}-error`}>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  )
}

function Label({ lang, label, required }: FieldProps) {
  return (
    <>
      {label}
      {required ? null : <small> ({common[lang].optional})</small>}
    </>
  )
}

function described({ name, hint, errors }: FieldProps) {
  const ids = [hint ? `${name}-hint` : "", errors?.[name] ? `${name}-error` : ""].filter(Boolean).join(" ")
  return { "aria-describedby": ids || undefined, "aria-invalid": errors?.[name] ? ("true" as const) : undefined }
}
