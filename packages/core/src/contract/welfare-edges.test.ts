import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from '../kernel/keys.ts'
import { ppksData, psksData, welfareNth } from '../testing/a-welfare.ts'
import { mostServices, ppksCommandData } from './ppks.ts'
import { ppksRoutes } from './ppks-queries.ts'
import { mostServed, psksCommandData } from './psks.ts'
import { psksRoutes } from './psks-queries.ts'

const schemas = { ...ppksCommandData, ...psksCommandData }
const examples = { ...ppksData, ...psksData }
type Kind = keyof typeof examples
const takes = (kind: Kind, own: object): boolean => schemas[kind].data.safeParse({ ...examples[kind], ...own }).success

for (const kind of keysOf(examples))
  test(`WIRE-1 ${kind} takes what it carries, no field more, and none of its own fields less`, () => {
    assert.ok(takes(kind, {}))
    assert.ok(!takes(kind, { status: 'ended' }), 'nobody sends a status')
    for (const name of Object.keys(examples[kind])) assert.ok(!takes(kind, { [name]: undefined }), name)
  })

const many = <Item>(n: number, item: Item): readonly Item[] => Array.from({ length: n }, () => item)
const [service] = ppksData['ppks.plan'].services
const bounds: readonly (readonly [kind: Kind, own: object, taken: boolean])[] = [
  ['ppks.receive', { nik: '340407010140000' }, false],
  ['ppks.receive', { nik: '3404070101400001' }, true],
  ['ppks.receive', { name: '' }, true],
  ['ppks.receive', { village: '34.04.07' }, false],
  ['ppks.receive', { since: '1-10-2026' }, false],
  ['ppks.receive', { person: 'x' }, false],
  ['ppks.assess', { findings: ' ' }, false],
  ['ppks.assess', { risks: [] }, true],
  ['ppks.assess', { risks: many(21, 'no-carer') }, false],
  ['ppks.plan', { services: [] }, true],
  ['ppks.plan', { services: many(mostServices, service) }, true],
  ['ppks.plan', { services: many(mostServices + 1, service) }, false],
  ['ppks.add-service', { what: 'ab' }, false],
  ['ppks.add-service', { provider: 'x'.repeat(201) }, false],
  ['ppks.stop-service', { note: '' }, false],
  ['ppks.finish-service', { note: '' }, true],
  ['ppks.end', { outcome: 'Sembuh' }, false],
  ['ppks.reopen', { note: '' }, false],
  ['psks.register', { serves: [] }, false],
  ['psks.register', { serves: many(mostServed, '34.04.07.2001') }, true],
  ['psks.register', { serves: many(mostServed + 1, '34.04.07.2001') }, false],
  ['psks.register', { email: 'bukan surel' }, false],
  ['psks.register', { email: 'sri@slemankab.go.id' }, true],
  ['psks.register', { phone: 'abc' }, false],
  ['psks.register', { fields: { education: 1 } }, false],
  ['psks.register', { fields: { education: 'x'.repeat(301) } }, false],
  ['psks.report', { month: '2026-13' }, false],
  ['psks.report', { month: '2026-1' }, false],
  ['psks.report', { days: 32 }, false],
  ['psks.report', { days: 0 }, true],
  ['psks.report', { people: -1 }, false],
  ['psks.add-event', { hours: 0 }, false],
  ['psks.add-event', { what: 'party' }, false],
  ['psks.post', { target: 'family' }, false],
  ['psks.post', { visit: welfareNth(1) }, true],
  ['psks.end-posting', { note: '' }, true],
]
for (const [kind, own, taken] of bounds)
  test(`WIRE-3, WIRE-8 ${kind} ${taken ? 'takes' : 'refuses'} ${JSON.stringify(own).slice(0, 80)}`, () => {
    assert.equal(takes(kind, own), taken)
  })

const doors: readonly (readonly [at: string, allow: string, audit: string])[] = [
  ['GET /api/ppks/list', 'registry.read', 'PPKS_LISTED'],
  ['GET /api/ppks/one', 'registry.read', 'PPKS_READ'],
  ['POST /api/ppks/reveal', 'person.reveal', 'PPKS_REVEALED'],
  ['GET /api/ppks/case', 'registry.read', 'PPKS_OF_CASE_READ'],
  ['GET /api/ppks/family', 'registry.read', 'PPKS_OF_FAMILY_READ'],
  ['GET /api/ppks/choices', 'registry.read', 'PPKS_CHOICES_READ'],
  ['GET /api/ppks/counts', 'figures.read', 'PPKS_COUNTED'],
  ['GET /api/psks/list', 'registry.read', 'PSKS_LISTED'],
  ['GET /api/psks/one', 'registry.read', 'PSKS_READ'],
  ['GET /api/psks/case', 'registry.read', 'PSKS_OF_CASE_READ'],
  ['GET /api/psks/visit', 'registry.read', 'PSKS_OF_VISIT_READ'],
  ['GET /api/psks/at', 'registry.read', 'PSKS_OF_PLACE_READ'],
  ['GET /api/psks/choices', 'registry.read', 'PSKS_CHOICES_READ'],
  ['GET /api/psks/coverage', 'registry.read', 'PSKS_COVERAGE_READ'],
  ['GET /api/psks/template', 'psks.manage', 'PSKS_TEMPLATE_READ'],
  ['POST /api/psks/table', 'psks.manage', 'PSKS_TABLE_TAKEN'],
  ['POST /api/psks/plan', 'psks.manage', 'PSKS_FILE_READ'],
  ['POST /api/psks/take', 'psks.manage', 'PSKS_IMPORTED'],
]
test('WIRE-5 PPKS and PSKS are read through these doors and no others, each with its right and its name on record', () => {
  const rows = [...Object.values(ppksRoutes), ...Object.values(psksRoutes)]
  assert.deepEqual(
    rows.map(({ method, path, allow, audit }) => [`${method} ${path}`, allow, audit]),
    doors,
  )
})
