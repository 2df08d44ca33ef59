const seconds = Number(process.env.JOB_PULSE_SECONDS)

/**
 * The schedule of a job that looks for work left behind: `usual` (cron, with seconds where there are six fields), or
 * every JOB_PULSE_SECONDS (1–59), by which the tests need not wait a minute for what a shop in earnest does in a minute.
 */
export const pulse = (usual: string): string =>
  Number.isInteger(seconds) && seconds >= 1 && seconds <= 59 ? `*/${seconds} * * * * *` : usual
