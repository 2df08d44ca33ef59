import { fileUrl, renditionsOf } from "../../../../modules/catalogue/photos/picture-sources"
import type { OwnListing } from "../../../../workflows/reads/own-listings"

/** A listing as its owner's JSON shows it: price in whole đồng, weight in grams, stock in pieces. */
export const listingJson = (own: OwnListing, settings: { fileBaseUrl: string }) => {
  const { listing } = own
  return {
    id: listing.id,
    product_id: listing.product_id,
    handle: own.handle,
    title: own.title,
    description: own.description || null,
    price: own.price,
    currency_code: "vnd",
    unit: listing.unit,
    stock: own.stock,
    reserved: own.reserved,
    sale_window: own.window,
    weight_grams: listing.weight_grams,
    material: listing.material,
    category_id: listing.category_id,
    vsic_code: listing.vsic_code,
    vsic_version: listing.vsic_version,
    ocop_stars: listing.ocop_stars,
    ocop_status: listing.ocop_status,
    ocop_decided_on: listing.ocop_decided_on,
    hidden: listing.hidden,
    published: own.published,
    photos: own.photos.map((photo) => ({
      id: photo.id,
      alt: photo.alt,
      width: photo.width,
      height: photo.height,
      renditions: renditionsOf(photo).map(({ key, ...file }) => ({ ...file, url: fileUrl(settings.fileBaseUrl, key) })),
    })),
  }
}
