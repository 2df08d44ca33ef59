/** Letters and digits of an old phone's keyboard, and few enough to read out over one. */
export const CODE = /^[A-Z0-9]{3,20}$/

/** "  tet-10 " → "TET10": nobody should have to mind capitals, blanks or hyphens. */
export const tidyCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, "")
