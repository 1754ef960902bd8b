import type { Client } from 'pg'

/** Writes facts of this installation, over what was said before. */
export async function keepFacts(owner: Client, facts: Readonly<Record<string, unknown>>): Promise<void> {
  await owner.query(
    `insert into deployment (name, value) select key, value from jsonb_each($1::jsonb)
      on conflict (name) do update set value = excluded.value`,
    [JSON.stringify(facts)],
  )
}
