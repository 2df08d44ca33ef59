const VIETNAMESE = /^(?:\+?84|0)(\d{9})$/

/**
 * A Vietnamese phone number in E.164 ("0912 345 678" → "+84912345678"), or undefined when it is none.
 * Spaces, dots, dashes and brackets are how people group digits and carry no meaning.
 */
export function normalisePhone(typed: string): string | undefined {
  const national = VIETNAMESE.exec(typed.replace(/[\s.\-()]/g, ""))?.[1]
  return national ? `+84${national}` : undefined
}

/** "+84912345678" → "0912 345 678", as people here read it. */
export const readablePhone = (phone: string) => phone.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, "0$1 $2 $3")
