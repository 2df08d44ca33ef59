import { en } from "./orders/en"
import { vi } from "./orders/vi"

/** A producer's orders: list, order, cancellation, return. */
export const orders = { vi, en }
