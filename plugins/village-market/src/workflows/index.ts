export { createOfficialWorkflow } from "./create-official"
export { importReferenceDataWorkflow } from "./import-reference-data"
