import type { Codec } from './codec.ts'

/** How a table of the ledger lies in the database: every field of core's row has its codec, or this does not compile. */
type Fields<Row> = { readonly [Field in Exclude<keyof Row, 'id' | 'version' | 'district'>]: Codec }
export interface Spec<Row> {
  readonly sqlName: string
  readonly fields: Fields<Row>
}
