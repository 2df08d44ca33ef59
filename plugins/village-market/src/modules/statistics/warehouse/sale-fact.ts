import { Column, Entity, Index, PrimaryColumn } from "typeorm"

/** One journal row as the warehouse keeps it; amounts in whole đồng (`bigint`, text in JavaScript). The seller is a keyed pseudonym. */
@Entity({ name: "sale_fact" })
@Index(["month", "commune_code"])
export class SaleFact {
  @PrimaryColumn({ type: "text" })
  event_id!: string

  @Column({ type: "bigint" })
  batch!: string

  @Column({ type: "text" })
  kind!: string

  @Column({ type: "date" })
  day!: string

  @Column({ type: "text" })
  month!: string

  @Column({ type: "text" })
  holding!: string

  @Column({ type: "text" })
  producer_kind!: string

  @Column({ type: "text" })
  commune_code!: string

  @Column({ type: "text", default: "" })
  village_id!: string

  @Column({ type: "text" })
  vsic_code!: string

  @Column({ type: "text" })
  vsic_version!: string

  @Column({ type: "integer", nullable: true })
  ocop_stars!: number | null

  @Column({ type: "text" })
  buyer_province!: string

  @Column({ type: "text" })
  channel!: string

  @Column({ type: "text" })
  payment_means!: string

  @Column({ type: "bigint" })
  goods!: string

  @Column({ type: "bigint" })
  discount!: string

  @Column({ type: "bigint" })
  vat!: string

  @Column({ type: "bigint" })
  net!: string

  @Column({ type: "bigint" })
  settled!: string
}
