import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aNeed, anApplication } from '../testing/a-need.ts'
import { staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { applicationActs, needActs } from './acts.ts'
import type { ApplicationRow, NeedRow } from './need.ts'

const village = staff('fo', offices.village)
const agency = staff('manager', offices.district)

const ofNeed: Readonly<Record<NeedRow['status'], string>> = {
  recorded: 'apply meet fail',
  matched: 'apply meet fail',
  applied: 'apply meet',
  met: 'reopen',
  unmet: 'apply meet reopen',
}
for (const [status, acts] of Object.entries(ofNeed))
  test(`NEED-2 what may be done with a need that is ${status} is offered, and nothing else`, () => {
    const need = aNeed({ status: status as NeedRow['status'], standing: status === 'applied' ? 1 : 0 })
    assert.equal(needActs(village, need).join(' '), acts)
    assert.deepEqual(needActs(staff('provider', offices.hospital), need), [])
  })

const ofApplication: Readonly<Record<ApplicationRow['status'], readonly [asker: string, decider: string]>> = {
  drafted: ['tick send withdraw', ''],
  sent: ['tick withdraw', 'tick grant refuse'],
  waiting: ['tick withdraw', 'tick refuse'],
  granted: ['release', 'release'],
  refused: ['', ''],
  withdrawn: ['', ''],
}
for (const [status, [asker, decider]] of Object.entries(ofApplication))
  test(`NEED-5 of an application that is ${status} each office is offered its own steps`, () => {
    const application = anApplication({ status: status as ApplicationRow['status'] })
    assert.equal(applicationActs(village, application).join(' '), asker)
    assert.equal(applicationActs(agency, application).join(' '), decider)
    assert.deepEqual(applicationActs(staff('manager', offices.otherVillage), application), [])
    assert.deepEqual(applicationActs(staff('surveyor', offices.district), application), [])
  })
