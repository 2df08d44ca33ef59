const VIETNAM = 7 * 60 * 60 * 1000

/**
 * yyyyMMddHHmmss on VNPay's clock, a fixed UTC+7. (Its Java sample says Etc/GMT+7, which is UTC−7.)
 */
export const vnpayTime = (when: Date) =>
  new Date(when.getTime() + VIETNAM).toISOString().replace(/\D/g, "").slice(0, 14)

/** The moment a yyyyMMddHHmmss of VNPay means, or undefined. */
export function fromVnpayTime(text: string): Date | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text)
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second] = parts
  const when = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`)
  return Number.isNaN(when.getTime()) ? undefined : when
}
