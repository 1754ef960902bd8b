import { createHash } from 'node:crypto'
import type { PoolClient, QueryResult, QueryResultRow } from 'pg'

/** A text and the values of its parameters. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
  /** Not worth remembering: no other statement has this text. */
  readonly once?: boolean
}

// Statement texts have few shapes (one per move): each gets a name once, so that connections plan it once.
const names = new Map<string, string>()

/** Runs a statement under a name made of its text, so that each connection parses and plans each shape once. */
export function runNamed<Row extends QueryResultRow = QueryResultRow>(
  client: PoolClient,
  { text, values, once = false }: Statement,
): Promise<QueryResult<Row>> {
  if (once) return client.query<Row>(text, [...values])
  return client.query<Row>({ name: nameOf(text), text, values: [...values] })
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const made = createHash('sha256').update(text).digest('hex').slice(0, 40)
  names.set(text, made)
  return made
}
