export type SentMessage = { to: string; subject?: string; text: string; at: Date }

const KEPT = 200
const messages: SentMessage[] = []

/** Demo mode only: messages stay in this process's memory, for one-time codes must not reach the database. */
export function rememberMessage(message: SentMessage) {
  messages.unshift(message)
  messages.length = Math.min(messages.length, KEPT)
}

/** The last 200 short messages and e-mails, newest first. */
export const sentMessages = (): readonly SentMessage[] => messages
