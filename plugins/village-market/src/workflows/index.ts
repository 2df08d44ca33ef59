export { createOfficialWorkflow } from "./create-official"
