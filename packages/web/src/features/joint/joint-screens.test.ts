import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type JointCard,
  type JointLine,
  type JointTargetLine,
  jointCard,
  jointLine,
  jointRoutes,
  jointTargetLine,
} from '@openslrt/core/contract/joint-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { standings } from '@openslrt/core/joint/agreement.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { jointsOf, targetsOf } from './joint-address.ts'

const { Screen: List } = await import('./list-screen.tsx')
const { Screen: One } = await import('./joint-screen.tsx')

const t = sayIn('id')
const nth = (n: number): string => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [id, partner] = [nth(1), nth(2)]
const programme = {
  id,
  district: '34.04',
  version: 3,
  name: 'Lansia Sendirian',
  status: 'running',
  lead: ids.office(3),
  leadName: 'Sekretariat SLRT Sleman',
  leads: true,
  standing: 'valid',
  validUntil: '2027-01-31',
}
const figures = { targets: 4, reached: 1, tasks: 2, done: 1, late: 1 }
const aLine = (own: object = {}): JointLine => jointLine.parse({ ...programme, partners: 2, ...figures, ...own })
const aCard = (own: object = {}): JointCard =>
  jointCard.parse({
    ...programme,
    runs: true,
    today: '2026-11-22',
    purpose: 'Lansia dikunjungi.',
    agreement: 'PKS/7/2026',
    agreedOn: '2026-01-05',
    partners: [
      {
        id: partner,
        version: 2,
        kind: 'non-government',
        office: null,
        name: 'Yayasan Kasih Ibu',
        contact: 'Bu Rina',
        fields: ['name', 'need'],
        left: false,
        own: false,
      },
    ],
    tasks: [
      {
        id: nth(4),
        version: 1,
        partner,
        what: 'Antar makanan',
        dueOn: '2026-11-01',
        status: 'planned',
        late: true,
        note: '',
        acts: ['begin-task', 'finish-task', 'drop-task'],
      },
    ],
    progress: {
      ...figures,
      shares: [
        { partner: null, tasks: 1, done: 1, late: 0, reached: 1 },
        { partner, tasks: 1, done: 0, late: 1, reached: 0 },
      ],
    },
    fields: ['name', 'need'],
    ...own,
  })
const aTarget = (own: object = {}): JointTargetLine =>
  jointTargetLine.parse({
    id: nth(5),
    version: 1,
    caseId: null,
    placeName: 'Caturtunggal',
    name: 'K*** W***',
    status: 'listed',
    partnerName: '',
    acts: ['reach-target', 'drop-target'],
    ...own,
  })

const listOf = (items: readonly JointLine[], rights: Parameters<typeof sari>[0] = ['joint.join', 'joint.lead']): Part =>
  drawDesk(
    made(List, {}),
    [
      answered(
        jointRoutes.list,
        { show: 'running', page: 1 },
        { items: [...items], total: items.length, page: 1, size: 25 },
      ),
    ],
    sari(rights),
    '/bersama',
  )
const cardOf = (card: JointCard, targets: readonly JointTargetLine[] = [aTarget()]): Part =>
  drawDesk(
    made(One, { params: { district: '34.04', id } }),
    [
      answered(jointRoutes.card, { district: '34.04', id }, card),
      answered(
        jointRoutes.targets,
        { district: '34.04', id, status: 'listed', page: 1 },
        { items: [...targets], total: targets.length, page: 1, size: 25 },
      ),
    ],
    sari(['joint.join', 'joint.lead', 'case.read']),
    `/bersama/34.04/${id}`,
  )
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)

test('JOINT-16 an empty list says what a joint programme is, and who may lead begins one there', () => {
  const page = listOf([])
  assert.ok(textOf(page).includes(t('joint.empty.text')))
  assert.deepEqual(buttons(page), [t('joint.start')])
  assert.deepEqual(buttons(listOf([], ['joint.join'])), [])
})

test('JOINT-16 a line says who leads, how far it is, what is late, and how the agreement stands', () => {
  const page = textOf(listOf([aLine({ leads: false })]))
  for (const words of [
    'Lansia Sendirian',
    'Sekretariat SLRT Sleman',
    t('joint.reached', { n: 1, all: 4 }),
    t('joint.late', { n: 1 }),
    t('joint-standing.valid'),
    t('joint.until', { day: '31/01/2027' }),
  ])
    assert.ok(page.includes(words), words)
  assert.ok(textOf(listOf([aLine()])).includes(t('joint.lead-own')))
  const link = find(listOf([aLine()]), 'a', { class: 'rows__link' })[0]
  assert.ok(link && valueOf(link, 'href') === `/bersama/34.04/${id}`)
})

for (const standing of standings)
  test(`JOINT-2 an agreement that is ${standing} is told with what it means for partners`, () => {
    const warned = textOf(cardOf(aCard({ standing })))
    for (const other of ['none', 'ending', 'over'] as const)
      assert.equal(warned.includes(t(`joint.warn.${other}`, { day: '31/01/2027' })), other === standing, other)
  })

test('JOINT-8 the lead is offered what it may do; a partner only what is its own', () => {
  const whole = buttons(cardOf(aCard()))
  for (const words of ['joint.change', 'joint.end', 'joint.task.add', 'joint.target.add', 'joint.partner.add'] as const)
    assert.ok(whole.includes(t(words)), words)
  const task = { ...aCard().tasks[0], acts: ['finish-task'] }
  const theirs = buttons(cardOf(aCard({ leads: false, tasks: [task] }), [aTarget({ acts: ['reach-target'] })]))
  assert.deepEqual(theirs, [
    t('joint.table'),
    t('joint.print'),
    t('joint-act.finish-task'),
    t('joint-act.reach-target'),
    t('joint.target.reveal'),
  ])
})

test('JOINT-7 in an ended programme nothing is offered but to read and to take the list', () => {
  const task = { ...aCard().tasks[0], acts: [] }
  const page = cardOf(aCard({ runs: false, status: 'ended', tasks: [task], fields: [] }), [aTarget({ acts: [] })])
  assert.deepEqual(buttons(page), [t('joint.table'), t('joint.print')])
  assert.ok(textOf(page).includes(t('joint.ended')))
})

test('JOINT-9 a target that the agreement does not open has no name and nothing to look at', () => {
  const page = cardOf(aCard({ leads: false, fields: [] }), [aTarget({ name: null, acts: [] })])
  assert.ok(textOf(page).includes(t('joint.target.unnamed')))
  assert.ok(!buttons(page).includes(t('joint.target.reveal')))
})

test('JOINT-10 progress stands for each who carries the programme, the lead first', () => {
  const page = cardOf(aCard())
  const rows = find(only(page, 'table', { class: 'joint__table' }), 'tr').map((row) =>
    [...find(row, 'th'), ...find(row, 'td')].map(textOf),
  )
  assert.deepEqual(rows.slice(1), [
    ['Sekretariat SLRT Sleman', '1 / 1', '0', '1'],
    ['Yayasan Kasih Ibu', '0 / 1', '1', '0'],
  ])
})

test('JOINT-16 without tasks, targets and partners it is said what comes next', () => {
  const page = textOf(cardOf(aCard({ tasks: [], partners: [] }), []))
  for (const words of ['joint.tasks.none', 'joint.partners.none', 'joint.targets.none.lead'] as const)
    assert.ok(page.includes(t(words)), words)
})

test('JOINT-16 an address that names no programme leads back to the list', () => {
  const page = drawDesk(made(One, { params: { district: 'x', id } }), [], sari(['joint.join']), '/bersama/x/y')
  assert.ok(textOf(page).includes(t('joint.none.title')))
})

test('JOINT-16 what an address spells wrongly shows the first of what there is', () => {
  assert.deepEqual(jointsOf('?lihat=ended&halaman=3'), { show: 'ended', page: 3 })
  assert.deepEqual(jointsOf('?lihat=semua&halaman=x'), { show: 'running', page: 1 })
  assert.deepEqual(targetsOf('?sasaran=reached'), { status: 'reached', page: 1 })
  assert.deepEqual(targetsOf('?sasaran=hilang&halaman=-2'), { status: 'listed', page: 1 })
})
