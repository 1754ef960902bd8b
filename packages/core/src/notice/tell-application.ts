import type { Permission } from '../access/permission.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Change } from '../ledger/entry.ts'
import { decidedApplication, decideRights, inLine, needRights, toDecide } from '../need/moves.ts'
import type { ApplicationRow, ApplicationStatus } from '../need/need.ts'
import type { ApplicationWord } from './staff-words.ts'
import type { Notice, Told } from './tell.ts'

const answered = new Set([...decidedApplication, ...inLine])
const byAsker = new Set(['application.withdraw', 'application.release'])

/** The applications that an entry makes or changes, each once. */
export const applicationsIn = ({ payload }: Pick<Told, 'payload'>): readonly string[] => [
  ...new Set(payload.changes.flatMap(({ table, id }) => (table === 'application' ? [id] : []))),
]

/** The entries by which applications come and go. */
export const tellsOfApplications = (kind: string): boolean => /^(application|quota)\./.test(kind)

/** NEED-11 What an entry tells about one application, as it stands now, to those who ask, who decide, and whose it is. */
export function applicationNoticesOf(entry: Told, application: ApplicationRow): readonly Notice[] {
  const status = statusIn(entry, application.id)
  return [
    ...toDecider(entry, application, status),
    ...toAsker(entry, application, status),
    ...toCitizen(entry, application),
  ]
}

type ApplicationSet = Extract<Change, { table: 'application' }>['set']
const setIn = (
  { payload }: Pick<Told, 'payload'>,
  id: string,
): { readonly base: number; readonly set: ApplicationSet } | null => {
  const found = payload.changes.find((change) => change.table === 'application' && change.id === id)
  return found?.table === 'application' ? found : null
}
const statusIn = (entry: Told, id: string): ApplicationStatus | undefined => setIn(entry, id)?.set.status

/** The deciding office hears of a new one, of the time that runs out, and of a place that the asking office gives back. */
function toDecider(entry: Told, { from, office, dueAt }: ApplicationRow, status: ApplicationStatus | undefined) {
  const whom = atOffice(office, decideRights)
  if (status && toDecide.includes(status)) return [told(whom, 'application-asked', from, dueAt)]
  if (entry.kind === 'application.remind') return [told(whom, 'application-due', from, dueAt)]
  if (entry.kind === 'application.overdue') return [told(whom, 'application-late', office, dueAt)]
  return isReleased(entry, status) && entry.office === from ? [told(whom, 'application-released', from, null)] : []
}

const words: Readonly<Partial<Record<ApplicationStatus, ApplicationWord>>> = {
  granted: 'application-granted',
  refused: 'application-refused',
  waiting: 'application-waiting',
}

/** The asking office hears what was decided, that nothing was in time, and of a place that the deciding office took back. */
function toAsker(entry: Told, { from, office }: ApplicationRow, status: ApplicationStatus | undefined) {
  const whom = atOffice(from, needRights)
  const word = status && words[status]
  if (word) return [told(whom, word, office, null)]
  // Where one office does both, it is told once.
  if (entry.kind === 'application.overdue' && from !== office) return [told(whom, 'application-late', office, null)]
  return isReleased(entry, status) && entry.office !== from ? [told(whom, 'application-released', office, null)] : []
}

const isReleased = ({ kind }: Told, status: ApplicationStatus | undefined): boolean =>
  kind === 'application.release' && status === 'withdrawn'

/** The citizen of a case is told that it was answered; who withdrew their own is not told so. */
function toCitizen(entry: Told, { id, office, caseId }: ApplicationRow): readonly Notice[] {
  const change = setIn(entry, id)
  const status = change?.set.status
  if (caseId === null || !change || change.base === 0 || !status || !answered.has(status)) return []
  if (byAsker.has(entry.kind) && change.set.note) return []
  return [{ whom: { kind: 'citizen' }, what: 'programme', says: { office, until: null, step: null, act: null } }]
}

type Office = Extract<Notice['whom'], { kind: 'office' }>
const atOffice = (office: OfficeId, rights: readonly Permission[]): Office => ({ kind: 'office', office, rights })

const told = (whom: Office, what: ApplicationWord, office: OfficeId, until: Instant | null): Notice => ({
  whom,
  what,
  says: { office, until, step: null, act: null },
})
