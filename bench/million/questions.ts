import type { Client } from 'pg'
import type { Reader } from './people.ts'
import { signedIn } from './people.ts'
import type { Question } from './reads.ts'

type Ask = Question['ask']

const get =
  (path: string): Ask =>
  () => ({ path })
const year = (path: string): Ask => get(`${path}?from=2025-11-23&to=2026-11-22`)
const search = (textOf: (reader: Reader, at: number) => string | undefined): Ask => {
  return (reader, at) => ({ path: '/api/cases/search', body: { text: textOf(reader, at), page: 1 } })
}

/** What is asked of the full database: every list that grows with the country, by people all over it. */
export async function questions(owner: Client): Promise<readonly Question[]> {
  const people = async (role: string, most = 200): Promise<readonly Reader[]> => signedIn(owner, role, most)
  const [clerks, managers, providers, admins] = await Promise.all(
    ['bo', 'manager', 'provider', 'admin'].map((role) => people(role)),
  )
  const provincial = await people('province', 10)
  const { rows } = await owner.query<{ name: string }>(
    'select client_name as name from cases tablesample system (0.1) limit 200',
  )
  const words = rows.map(({ name }) => name).filter((name) => name.length >= 3)
  const byName = search((_, at) => words[at % words.length])
  const byNumber = search(
    ({ district }, at) => `${district.replace('.', '')}-26-${String((at % 900) + 1).padStart(6, '0')}`,
  )
  const table: readonly (readonly [name: string, readers: readonly Reader[] | undefined, ask: Ask])[] = [
    ['office queue', clerks, get('/api/cases?queue=office')],
    ['district queue, all', managers, get('/api/cases?queue=all&sort=newest')],
    ['district queue, of one category', managers, get('/api/cases?queue=all&category=pip')],
    ['district queue, due this week', managers, get('/api/cases?queue=all&due=week')],
    ['case search by name', clerks, byName],
    ['case search by name in a district', managers, byName],
    ['case search by number', managers, byNumber],
    ['queue by bidang', managers, get('/api/cases/groups?queue=all&by=sector')],
    ['queue by officer', managers, get('/api/cases/groups?queue=all&by=assignee')],
    ['workload of an office', managers, get('/api/workload')],
    ['referral inbox', providers, get('/api/referrals?side=in&status=open')],
    ['referrals that were sent', managers, get('/api/referrals?side=out')],
    ['who looked, in an office', managers, get('/api/access')],
    ['offices by a word, in the nation', admins, get('/api/offices?q=puskesos')],
    ['people of the nation', admins, get('/api/staff')],
    ['district dashboard, a year', managers, year('/api/figures/district')],
    ['who answers referrals, a year', managers, year('/api/figures/referrals')],
    ['provincial dashboard, a year', provincial, year('/api/figures/region')],
    ['national dashboard, a year', admins, year('/api/figures/region')],
  ]
  return table.map(([name, readers = [], ask]) => ({ name, readers, ask }))
}
