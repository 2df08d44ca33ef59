import { MedusaService } from "@medusajs/framework/utils"
import { EpcisEvent } from "./models/epcis-event"
import { Lot } from "./models/lot"
import { LotAllocation } from "./models/lot-allocation"
import { LotChange } from "./models/lot-change"
import { LotChangePart } from "./models/lot-change-part"
import { LotCorrection } from "./models/lot-correction"
import { LotSource } from "./models/lot-source"
import { LotYield } from "./models/lot-yield"

/**
 * Lots and what happened to them. Rows are written by `append-events`, `open-lot` and `allocate-lots` only: an event, its
 * log entry and its salt belong to one transaction, which the generated methods of this class do not know of. The tables
 * of the log (`log/`) have no models: they are read and appended to in SQL alone.
 */
export class TraceabilityService extends MedusaService({
  Lot,
  EpcisEvent,
  LotAllocation,
  LotChange,
  LotChangePart,
  LotSource,
  LotCorrection,
  LotYield,
}) {}
