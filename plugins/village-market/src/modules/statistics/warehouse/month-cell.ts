import { Column, Entity, PrimaryColumn } from "typeorm"

/** Revenue of a month by commune and village, folded from the facts; amounts in whole đồng. No village is the empty text. */
@Entity({ name: "month_cell" })
export class MonthCell {
  @PrimaryColumn({ type: "text" })
  month!: string

  @PrimaryColumn({ type: "text" })
  commune_code!: string

  @PrimaryColumn({ type: "text" })
  village_id!: string

  @Column({ type: "bigint" })
  net!: string

  @Column({ type: "bigint" })
  settled!: string

  @Column({ type: "bigint" })
  settled_cashless!: string
}

/** Who sold in a month, where: counts of sellers do not add up over communes or months, so the set itself is kept. */
@Entity({ name: "month_seller" })
export class MonthSeller {
  @PrimaryColumn({ type: "text" })
  month!: string

  @PrimaryColumn({ type: "text" })
  commune_code!: string

  @PrimaryColumn({ type: "text" })
  village_id!: string

  @PrimaryColumn({ type: "text" })
  holding!: string
}
