import { en } from "./office/en"
import { vi } from "./office/vi"

export const office = { vi, en }
