import { Client } from 'pg'

const together = 5_000

/**
 * Gives an empty database the same offices and people, and no case: what the filled one is held against. Rows only, past
 * the ledger, which begins with the first case.
 */
export async function copyOffices(fromUrl: string, toUrl: string): Promise<void> {
  const [from, to] = [new Client({ connectionString: fromUrl }), new Client({ connectionString: toUrl })]
  await Promise.all([from.connect(), to.connect()])
  try {
    // Those above before those below them.
    await copyRows(from, to, 'office', 'length(place), parent is not null, id')
    await copyRows(from, to, 'staff', 'id')
    await copyRows(from, to, 'post', 'id')
    await to.query('vacuum (analyze)')
  } finally {
    await Promise.all([from.end(), to.end()])
  }
}

async function copyRows(from: Client, to: Client, table: string, order: string): Promise<void> {
  const { rows: columns } = await from.query<{ name: string }>(
    "select quote_ident(column_name) as name from information_schema.columns where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER'",
    [table],
  )
  const names = columns.map(({ name }) => name).join(', ')
  for (let at = 0; ; at += together) {
    const { rows } = await from.query(`select ${names} from ${table} order by ${order} limit $1 offset $2`, [
      together,
      at,
    ])
    if (rows.length === 0) return
    await to.query(
      `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json) on conflict do nothing`,
      [JSON.stringify(rows)],
    )
  }
}
