import type { Client } from 'pg'
import type { Shelf } from '../../files/shelf.ts'
import { pathOfFile } from '../../files/shelf.ts'
import { sealedWith } from '../../ledger/seal.ts'

/** A file that the database knows of, and whether a case names it or it only was uploaded. */
export interface KnownFile {
  readonly district: string
  readonly sha256: string
  readonly named: boolean
}

/** What is named and still on a phone is not missing. */
const isHere = (table: 'attachment' | 'visit_photo'): string =>
  `exists (select 1 from file_blob b where b.district = ${table}.district and b.sha256 = ${table}.sha256)`

export async function selectFiles(owner: Client): Promise<readonly KnownFile[]> {
  const { rows } = await owner.query<KnownFile>(
    `select district, sha256, bool_or(named) as named from (
       select district, sha256, true as named from attachment where sha256 <> '' and ${isHere('attachment')}
       union all select district, sha256, true from visit_photo where ${isHere('visit_photo')}
       union all select district, sha256, false from file_blob) f
     group by 1, 2 order by 1, 2`,
  )
  return rows
}

/** Whether a case names it at this moment. */
export async function isNamed(owner: Client, { district, sha256 }: KnownFile): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select 1 where exists (select 1 from attachment where district = $1 and sha256 = $2 and ${isHere('attachment')})
       or exists (select 1 from visit_photo where district = $1 and sha256 = $2 and ${isHere('visit_photo')})`,
    [district, sha256],
  )
  return rowCount === 1
}

/** Files of cases that can't be opened, by why not. */
export interface FaultyFiles {
  readonly absent: readonly string[]
  /** Sealed with a key that the database does not have: they were sealed anew after it was backed up. */
  readonly foreign: readonly string[]
}

/** BACKUP-8 Looks whether every file that a case names lies on the shelf, sealed with a key that the database has. */
export async function findFaultyFiles(owner: Client, shelf: Shelf): Promise<FaultyFiles> {
  const keys = await selectKeyIds(owner)
  const [absent, foreign]: [string[], string[]] = [[], []]
  for (const file of (await selectFiles(owner)).filter(({ named }) => named)) {
    const path = pathOfFile(file.district, file.sha256)
    const begins = await shelf.read(file.district, file.sha256, 5)
    if (begins && !keys.has(`${file.district} ${sealedWith(begins)}`)) foreign.push(path)
    // What was erased while we looked is not missing.
    if (!begins && (await isNamed(owner, file))) absent.push(path)
  }
  return { absent, foreign }
}

async function selectKeyIds(owner: Client): Promise<ReadonlySet<string>> {
  const { rows } = await owner.query<{ key: string }>("select district || ' ' || id as key from data_key")
  return new Set(rows.map(({ key }) => key))
}
