import { Column, Entity, PrimaryColumn } from "typeorm"

/** A numbered batch of the shop's journal that the warehouse holds; a number is taken in once. */
@Entity({ name: "batch" })
export class Batch {
  @PrimaryColumn({ type: "bigint" })
  number!: string

  @Column({ type: "integer" })
  events!: number

  @Column({ type: "timestamptz", default: () => "now()" })
  loaded_at!: Date
}
