import { MedusaService } from "@medusajs/framework/utils"
import { Category } from "./models/category"
import { Listing } from "./models/listing"
import { Photo } from "./models/photo"

/** What is offered: listings, their photos and the shelves they stand on. */
export class CatalogueService extends MedusaService({ Category, Listing, Photo }) {}
