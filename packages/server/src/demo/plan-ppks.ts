import { nameOf } from './people.ts'
import type { Household } from './plan-families.ts'
import type { Ages, Deed, PeopleScene, Thread, Who } from './thread.ts'
import { anyAge, beginThread, elderly, nthPerson, officeId } from './thread.ts'

const waysOn = ['received', 'assessed', 'planned', 'in-service', 'stopped', 'monitored', 'ended'] as const
type End = (typeof waysOn)[number]
type Way = readonly [type: string, end: End, risks: readonly string[], outcome?: string]

const ways: readonly Way[] = [
  ['neglected-elderly', 'in-service', ['no-carer', 'hunger']],
  ['disability', 'monitored', ['illness']],
  ['homeless', 'received', ['no-shelter', 'no-identity']],
  ['neglected-child', 'planned', ['out-of-school']],
  ['vulnerable-woman', 'in-service', []],
  ['poor', 'assessed', ['hunger']],
  ['child-disability', 'in-service', ['illness']],
  ['scavenger', 'received', ['no-identity']],
  ['neglected-elderly', 'ended', ['no-carer'], 'in-institution'],
  ['beggar', 'ended', ['no-shelter'], 'back-home'],
  ['troubled-family', 'monitored', ['violence']],
  ['street-child', 'stopped', ['out-of-school']],
  ['natural-disaster', 'ended', ['no-shelter'], 'self-reliant'],
  ['migrant-worker', 'planned', []],
  ['disability', 'assessed', ['no-carer']],
  ['poor', 'received', []],
  ['neglected-toddler', 'in-service', ['hunger', 'illness']],
  ['homeless', 'ended', ['no-identity'], 'not-found'],
]
/** What only those see whose role names it. */
const restricted: readonly Way[] = [
  ['violence', 'in-service', ['violence']],
  ['child-protection', 'assessed', ['violence', 'out-of-school']],
]
/** Nobody knows who they are: they are in no family. */
const unknown: ReadonlySet<string> = new Set(['homeless', 'beggar'])

/** DEMO-16 People in need of social services: each step of their way, two of types that few may see. */
export const planPpks = (scene: PeopleScene): readonly (readonly Deed[])[] => [
  ...ways.map((way, nth) => ppks(scene, way, nth, null)),
  ...restricted.map((way, nth) => ppks(scene, way, ways.length + nth, ['secretariat', 'manager'])),
]

function ppks(scene: PeopleScene, [type, end, risks, outcome]: Way, nth: number, who: Who | null): readonly Deed[] {
  const { household, person } = nthPerson(scene, nth, agesOf[type] ?? anyAge)
  const thread = beginThread(scene, `ppks ${nth}`, end === 'received' ? 2 + (nth % 4) : 48 + nth)
  const id = thread.newId('ppks')
  const by = who ?? ([household.village, 'bo'] as const)
  const act = (kind: string, data: object): void => thread.act(by, `ppks.${kind}`, id, data)
  act('receive', { type, since: thread.dayAfter(-3), ...whoThey(type, { household, person }, thread) })
  const upTo = waysOn.indexOf(end)
  if (upTo === 0) return thread.deeds
  thread.wait(4)
  const findings = 'Diperiksa di tempat. Perlu pendampingan, pemeriksaan kesehatan, dan kepastian siapa yang merawat.'
  act('assess', { findings, risks, on: thread.day() })
  if (upTo === 1) return thread.deeds
  thread.wait(3)
  const [first, second] = [thread.newId('service 1'), thread.newId('service 2')]
  act('plan', { services: servicesOf(scene, thread, [first, second]) })
  if (upTo === 2) return thread.deeds
  thread.wait(2)
  act('begin-service', { service: first, note: '' })
  if (end === 'in-service') return thread.deeds
  thread.wait(6)
  act('begin-service', { service: second, note: '' })
  if (end === 'stopped') {
    act('stop-service', { service: second, note: 'Keluarga pindah sementara ke luar kabupaten.' })
    return thread.deeds
  }
  thread.wait(10)
  act('monitor', { note: 'Makan teratur, kontrol ke puskesmas, tetangga ikut menjaga.', on: thread.day() })
  if (end === 'monitored') return thread.deeds
  thread.wait(8)
  for (const service of [first, second]) act('finish-service', { service, note: 'Selesai sesuai rencana.' })
  act('end', { outcome, note: 'Tidak memerlukan layanan lagi dari kantor ini.' })
  return thread.deeds
}

/** How old somebody of a type is, where the type says so. */
const agesOf: Readonly<Record<string, Ages>> = {
  'neglected-elderly': elderly,
  'neglected-child': [5, 17],
  'child-disability': [5, 17],
  'child-protection': [5, 17],
  'street-child': [5, 17],
  'neglected-toddler': [0, 5],
  'migrant-worker': [20, 55],
  'vulnerable-woman': [20, 60],
}

interface Whom {
  readonly household: Household
  readonly person: string
}

function whoThey(type: string, { household: { id, head, kase, village }, person }: Whom, thread: Thread) {
  const own = { person, family: id, case: person === head.id ? kase : null }
  if (!unknown.has(type)) return { village, name: '', nik: null, ...own }
  const name = `${nameOf(thread.dice, false)} (contoh, tanpa identitas)`
  return { village, name, nik: null, person: null, family: null, case: null }
}

const servicesOf = (scene: PeopleScene, thread: Thread, [first, second]: readonly [string, string]) => [
  {
    service: first,
    what: 'Pendampingan sosial setiap pekan',
    office: officeId(scene, 'dinsos'),
    provider: '',
    from: thread.day(),
    until: null,
  },
  {
    service: second,
    what: thread.dice.pick(['Pemeriksaan dan obat', 'Bantuan makan harian', 'Pelatihan keterampilan']),
    office: null,
    provider: 'LKS Bina Kasih Depok (contoh)',
    from: thread.day(),
    until: thread.dayAfter(60),
  },
]
