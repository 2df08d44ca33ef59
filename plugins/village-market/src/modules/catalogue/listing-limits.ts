/** What a listing may say; lengths in characters, money in đồng, weight in grams. */
export const LIMITS = {
  title: { min: 3, max: 120 },
  description: { max: 2000 },
  unit: { max: 30 },
  material: { max: 120 },
  price: { min: 1_000, max: 2_000_000_000 },
  stock: { max: 1_000_000 },
  // A stone lion of Ninh Vân weighs tonnes.
  weight: { min: 1, max: 20_000_000 },
  // Products are certified from three stars on (Decision 148/QĐ-TTg of 2023).
  ocop: { min: 3, max: 5 },
  photos: 8,
} as const
