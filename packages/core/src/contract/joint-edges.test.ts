import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jointFields, partnerKinds } from '../joint/joint.ts'
import { keysOf } from '../kernel/keys.ts'
import { jointData } from '../testing/a-joint.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { JointCommand } from './joint.ts'
import { jointCommandData } from './joint.ts'

const takes = (kind: JointCommand, own: object): boolean =>
  jointCommandData[kind].data.safeParse({ ...jointData[kind], ...own }).success

for (const kind of keysOf(jointData))
  test(`WIRE-1 ${kind} takes what it carries, no field more, and none of its own fields less`, () => {
    assert.ok(takes(kind, {}))
    for (const own of [{ lead: offices.hospital.id }, { district: '34.02' }, { status: 'ended' }, { offices: [] }])
      assert.ok(!takes(kind, own), JSON.stringify(own))
    for (const field of Object.keys(jointData[kind])) assert.ok(!takes(kind, { [field]: undefined }), field)
  })

/** Commands whose words the law demands, and those that may be silent. */
const silent: readonly JointCommand[] = ['joint.begin-task']
for (const kind of keysOf(jointData).filter((one) => 'note' in jointData[one]))
  test(`WIRE-2 ${kind} ${silent.includes(kind) ? 'may be silent' : 'takes words, and spaces are none'}`, () => {
    for (const note of ['', '   ', '\t\n'])
      assert.equal(takes(kind, { note }), silent.includes(kind), JSON.stringify(note))
    assert.ok(takes(kind, { note: 'x'.repeat(4000) }))
    assert.ok(!takes(kind, { note: 'x'.repeat(4001) }))
    assert.ok(!takes(kind, { note: 'bunyi \u0007' }))
  })

/** The least and the most of everything that a command about a programme carries. */
const bounds: readonly (readonly [kind: JointCommand, own: object, taken: boolean])[] = [
  ['joint.start', { name: 'AB' }, false],
  ['joint.start', { name: '  A  ' }, false],
  ['joint.start', { name: 'ABC' }, true],
  ['joint.start', { name: 'x'.repeat(201) }, false],
  ['joint.start', { purpose: '' }, false],
  ['joint.start', { purpose: 'x'.repeat(1001) }, false],
  ['joint.start', { agreement: 'x'.repeat(101) }, false],
  ['joint.start', { agreement: '', agreedOn: null, validUntil: null }, true],
  ['joint.change', { agreedOn: '2026-02-30' }, false],
  ['joint.change', { agreedOn: '2026-2-3' }, false],
  ['joint.change', { agreedOn: '02-03-2026' }, false],
  ['joint.change', { agreedOn: '' }, false],
  ['joint.change', { agreedOn: '1899-12-31' }, false],
  ['joint.change', { validUntil: '2200-01-01' }, false],
  ['joint.change', { validUntil: '2199-12-31' }, true],
  ['joint.change', { validUntil: '2026-11-02T00:00:00Z' }, false],
  ['joint.add-partner', { kind: 'company' }, false],
  ['joint.add-partner', { office: null, name: 'LKS Harapan' }, true],
  ['joint.add-partner', { office: '' }, false],
  ['joint.add-partner', { fields: [] }, true],
  ['joint.add-partner', { fields: jointFields }, true],
  ['joint.add-partner', { fields: [...jointFields, 'name'] }, false],
  ['joint.add-partner', { fields: ['story'] }, false],
  ['joint.add-partner', { fields: ['__proto__'] }, false],
  ['joint.add-partner', { fields: 'name' }, false],
  ['joint.add-partner', { contact: 'x'.repeat(201) }, false],
  ['joint.change-partner', { fields: ['kk'] }, false],
  ['joint.change-partner', { office: offices.health.id }, false],
  ['joint.add-task', { what: 'OK' }, false],
  ['joint.add-task', { dueOn: '2026-11-31' }, false],
  ['joint.add-task', { partner: null }, true],
  ['joint.add-task', { partner: 'all' }, false],
  ['joint.list-target', { village: '34.04.07' }, false],
  ['joint.list-target', { village: null, case: ids.case(1) }, true],
  ['joint.list-target', { nik: '3404075203600001' }, true],
  ['joint.list-target', { nik: '340407520360000' }, false],
  ['joint.list-target', { nik: '34040752036000011' }, false],
  ['joint.list-target', { nik: '340407520360000X' }, false],
  ['joint.list-target', { nik: '' }, false],
  ['joint.list-target', { phone: '0812 3456 7890' }, true],
  ['joint.list-target', { phone: 'nol delapan' }, false],
  ['joint.list-target', { phone: '12345' }, false],
  ['joint.list-target', { address: 'x'.repeat(301) }, false],
  ['joint.list-target', { need: 'x'.repeat(501) }, false],
  ['joint.list-target', { status: 'reached' }, false],
  ['joint.reach-target', { partner: null }, true],
  ['joint.reach-target', { partner: '1' }, false],
]
for (const [kind, own, taken] of bounds)
  test(`WIRE-4, WIRE-8 ${kind} ${taken ? 'takes' : 'refuses'} ${JSON.stringify(own).slice(0, 80)}`, () => {
    assert.equal(takes(kind, own), taken)
  })

for (const kind of partnerKinds)
  test(`JOINT-3 a partner may be a ${kind}, named as an office or as a body outside`, () => {
    assert.ok(takes('joint.add-partner', { kind }))
    assert.ok(takes('joint.add-partner', { kind, office: null, name: 'Baznas' }))
  })

test('JOINT-8 what changes a programme asks for the right to lead, what moves a part of it for the right to join', () => {
  const joins = keysOf(jointCommandData).filter((kind) => jointCommandData[kind].right === 'joint.join')
  assert.deepEqual(joins, ['joint.begin-task', 'joint.finish-task', 'joint.reach-target'])
})
