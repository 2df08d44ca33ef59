import { MedusaService } from "@medusajs/framework/utils"
import { LogEntry } from "./models/log-entry"
import { LogSalt } from "./models/log-salt"
import { Lot } from "./models/lot"
import { LotAllocation } from "./models/lot-allocation"
import { LotEvent } from "./models/lot-event"

/**
 * Lots and what happened to them. Rows are written by `open-lot`, `add-step` and `allocate-lots` only: an event, its
 * log entry and its salt belong to one transaction, which the generated methods of this class do not know of.
 */
export class TraceabilityService extends MedusaService({ Lot, LotEvent, LogEntry, LogSalt, LotAllocation }) {}
