/** A note in one line, without signs that only machines see. */
export const tidyNote = (note: string) =>
  note
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ")
    .trim()

/** Whether it holds what looks like a telephone number: a note is public and is never changed. */
export const namesAPhone = (note: string) => /(?:\+?84|0)(?:[\s.\-()]*\d){8,10}(?!\d)/.test(note)
