import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A photo of a step, with what `pictureSources` needs. `sha256` is that of its largest JPEG, as the record says it. */
export type EventPhoto = {
  id: string
  /** The event whose record names it. */
  event_row_id: string
  /** The step that it shows: the same event, or an earlier one where the photo came later. */
  of_event_row_id: string
  sha256: string
  width: number
  height: number
  alt: null
  renditions: unknown
}

/** Photos by the step that they show, each in the order in which they came. `ids` are of rows of `epcis_event`. */
export async function photosOfEvents(pg: Knex, ids: string[]): Promise<Map<string, EventPhoto[]>> {
  const rows: EventPhoto[] = await pg("diary_photo")
    .select("id", "event_row_id", "of_event_row_id", "sha256", "width", "height", "renditions")
    .select(pg.raw("null as alt"))
    .whereIn("of_event_row_id", ids)
    .orderBy(["created_at", "id"])
  const photos = new Map<string, EventPhoto[]>()
  for (const photo of rows) photos.set(photo.of_event_row_id, [...(photos.get(photo.of_event_row_id) ?? []), photo])
  return photos
}
