export { GET } from "../../../../producer/evidence/[id]/route"
