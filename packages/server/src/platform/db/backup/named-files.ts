import type { Client } from 'pg'
import type { Shelf } from '../../files/shelf.ts'
import { pathOfFile } from '../../files/shelf.ts'
import { sealedWith } from '../../ledger/seal.ts'

/** A file that the database knows of, and whether something that stays names it or it only was uploaded. */
export interface KnownFile {
  readonly district: string
  readonly sha256: string
  readonly named: boolean
}

/** What names a file for as long as it stands itself. A file that is still on a phone has no `file_blob`, and is not missing. */
const namedBy = `b.letterhead
  or exists (select 1 from attachment a where a.district = b.district and a.sha256 = b.sha256)
  or exists (select 1 from visit_photo p where p.district = b.district and p.sha256 = b.sha256)
  or exists (select 1 from proposal p where p.district = b.district and (p.file = b.sha256 or p.photos @> array[b.sha256]))
  or exists (select 1 from village_minutes m where m.district = b.district and m.file = b.sha256)`

export async function selectFiles(owner: Client): Promise<readonly KnownFile[]> {
  const { rows } = await owner.query<KnownFile>(
    `select b.district, b.sha256, ${namedBy} as named from file_blob b order by 1, 2`,
  )
  return rows
}

/** Whether it is named at this moment. */
export async function isNamed(owner: Client, { district, sha256 }: KnownFile): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select 1 from file_blob b where b.district = $1 and b.sha256 = $2 and (${namedBy})`,
    [district, sha256],
  )
  return rowCount === 1
}

/** Named files that can't be opened, by why not. */
export interface FaultyFiles {
  readonly absent: readonly string[]
  /** Sealed with a key that the database does not have: they were sealed anew after it was backed up. */
  readonly foreign: readonly string[]
}

/** BACKUP-8 Looks whether every file that a case, a visit, a proposal or minutes name lies on the shelf, sealed with a key that the database has. */
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
