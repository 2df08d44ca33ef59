export { CreateListingInput, createListingWorkflow } from "./create-listing"
export { createOfficialWorkflow } from "./create-official"
export { importReferenceDataWorkflow } from "./import-reference-data"
export { syncProducerProductsWorkflow } from "./sync-producer-products"
