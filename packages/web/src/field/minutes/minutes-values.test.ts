import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { proposalCommandData } from '@openslrt/core/contract/proposal.ts'
import { aReplicaProposal } from '../../testing/replica-rows.ts'
import {
  commandsOfMinutes,
  faultsOf,
  firstMinutes,
  lacksWhy,
  type MinutesValues,
  personOf,
  presentIn,
  talkedOf,
} from './minutes-values.ts'

const place = '34.04.07.2003'
const today = '2026-11-23'
const laid = (own: object = {}) => ({ row: aReplicaProposal({ status: 'drafted', ...own }), pending: null })
const [siti, budi] = [laid({ name: 'Siti' }), laid({ name: 'budi' })]
const id = randomUUID()
const filled: MinutesValues = {
  ...firstMinutes(place, id, today),
  venue: ' Balai desa ',
  leader: ' Pak Dukuh ',
  present: ['Bu Lurah\tLurah'],
  decisions: ' Jalan diperbaiki. ',
}
const sheet = {
  id: randomUUID(),
  name: 'Berita Acara.jpg',
  sha256: 'a'.repeat(64),
  size: 9,
  type: 'image/jpeg' as const,
}

test('FIELD-30 a village begins with a musdes, a kelurahan with a muskel, both with today', () => {
  assert.deepEqual([filled.kind, filled.day, filled.begun], ['musdes', today, ''])
  assert.equal(firstMinutes('34.71.01.1001', id, today).kind, 'muskel')
})

test('FIELD-30 whoever stands in the fields is on the list as well, and what parts name from post is none of either', () => {
  assert.deepEqual(presentIn(filled), filled.present)
  const typed = { ...filled, name: ' Pak\tRT ', post: 'RT 03\t' }
  assert.deepEqual(presentIn(typed).map(personOf), [
    { name: 'Bu Lurah', post: 'Lurah' },
    { name: 'Pak RT', post: 'RT 03' },
  ])
  assert.deepEqual(presentIn({ ...typed, name: '  ' }), filled.present)
  assert.equal(personOf(presentIn({ ...filled, present: [], name: 'x'.repeat(300) })[0] ?? '').name.length, 200)
})

test('FIELD-30 a meeting speaks of what is drafted in its village, by name, and of nothing else', () => {
  const others = [laid({ place: '34.04.07.2001' }), laid({ status: 'backed' }), laid({ status: 'withdrawn' })]
  assert.deepEqual(talkedOf([siti, ...others, budi], place), [budi, siti])
})

test('FIELD-30 what is missing is told by its field, as far as the desk needs it to sign', () => {
  assert.deepEqual(faultsOf(filled, [siti], today), {})
  const empty = firstMinutes(place, id, today)
  assert.deepEqual(Object.keys(faultsOf(empty, [siti], today)), ['venue', 'leader', 'name'])
  assert.deepEqual(faultsOf({ ...filled, day: '' }, [], today), { day: 'proposal.meet.day.missing' })
  assert.deepEqual(faultsOf({ ...filled, day: '2026-11-24' }, [], today), { day: 'work.minutes.day.early' })
  assert.deepEqual(faultsOf({ ...filled, present: [], name: 'Pak RT' }, [], today), {}, 'typed is there')
})

test('FIELD-30 whoever is not agreed to is told why; a proposal that is no longer there asks for nothing', () => {
  const refused = { ...filled, said: { [siti.row.id]: 'refused' }, why: { [siti.row.id]: '  ' } }
  assert.deepEqual(faultsOf(refused, [siti], today), { why: 'work.minutes.why.missing' })
  assert.deepEqual(faultsOf(refused, [budi], today), {})
  assert.ok(lacksWhy(refused, siti.row.id))
  assert.ok(!lacksWhy({ ...refused, why: { [siti.row.id]: 'Mampu' } }, siti.row.id))
  assert.ok(!lacksWhy({ ...refused, said: { [siti.row.id]: 'agreed' } }, siti.row.id))
})

test('FIELD-30, FIELD-31 minutes go as the desk sends them: the meeting, then what was written on its first version', () => {
  const said = { [siti.row.id]: 'refused', [budi.row.id]: 'agreed', [randomUUID()]: 'agreed' }
  const why = { [siti.row.id]: ' Mampu ', [budi.row.id]: 'tidak terpakai' }
  const counts = { ...filled.counts, prelist: '1.200', moved: 'tiga', fresh: '-4', wellOff: '999999' }
  const [meet, minute, ...more] = commandsOfMinutes({ ...filled, said, why, counts }, [siti, budi], [])
  assert.deepEqual([meet?.kind, meet?.subject, meet?.base, more], ['proposal.meet', id, null, []])
  assert.deepEqual(proposalCommandData.meet.parse(meet?.data), {
    kind: 'musdes',
    place,
    day: today,
    venue: 'Balai desa',
  })
  assert.deepEqual([minute?.kind, minute?.subject, minute?.base], ['proposal.minute', id, 1])
  const written = proposalCommandData.minute.parse(minute?.data)
  assert.deepEqual([written.leader, written.decisions, written.files], ['Pak Dukuh', 'Jalan diperbaiki.', undefined])
  assert.deepEqual(written.attendance, [{ name: 'Bu Lurah', post: 'Lurah' }])
  assert.deepEqual(written.verdicts, [
    { proposal: siti.row.id, agreed: false, note: 'Mampu' },
    { proposal: budi.row.id, agreed: true, note: '' },
  ])
  assert.deepEqual(written.counts, { notFound: 0, wellOff: 100_000, moved: 0, corrected: 0, prelist: 1200, fresh: 0 })
})

test('FIELD-31 the sheet that was photographed is named by what was written, not by the meeting', () => {
  const named = { ...sheet, id: proposalCommandData.minute.shape.files.unwrap().element.shape.id.parse(sheet.id) }
  const [meet, minute] = commandsOfMinutes(filled, [], [named])
  assert.ok(!JSON.stringify(meet).includes(sheet.sha256))
  assert.deepEqual(proposalCommandData.minute.parse(minute?.data).files, [named])
})

test('FIELD-30 of a meeting that the server has, only what was written goes again', () => {
  const [only, ...more] = commandsOfMinutes({ ...filled, begun: 'yes' }, [], [])
  assert.deepEqual([only?.kind, only?.base, more], ['proposal.minute', 1, []])
})
