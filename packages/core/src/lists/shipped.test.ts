import assert from 'node:assert/strict'
import { test } from 'node:test'
import { restrictedKinds } from '../access/permission.ts'
import { caseKinds } from '../case/case.ts'
import { listNames } from '../case/policy.ts'
import { code } from '../contract/case.ts'
import { addWorking, minutesOfDay } from '../kernel/calendar.ts'
import { canonical } from '../kernel/json.ts'
import { officeLevels } from '../office/office.ts'
import { aCalendar } from '../testing/a-policy.ts'
import { outcomeKinds } from './outcomes.ts'
import { sectors } from './sectors.ts'
import { shippedLists } from './shipped.ts'

const { items, categories, holidays, officeHours, windows, lines } = shippedLists
const codesOf = (list: string) => items.filter((item) => item.list === list).map((item) => item.code)

test('LISTS-1 every item has a code that the wire lets in and names in both languages', () => {
  for (const { list, code: own, names } of items.filter(({ list }) => list !== 'window')) {
    assert.ok(code.safeParse(own).success, `${list} ${own}`)
    assert.ok(names.id.trim() !== '' && names.en.trim() !== '', `${list} ${own}`)
  }
})

test('LISTS-1 no list holds a code or a name twice', () => {
  for (const list of new Set(items.map((item) => item.list))) {
    const own = items.filter((item) => item.list === list)
    for (const part of ['id', 'en'] as const)
      assert.equal(new Set(own.map(({ names }) => names[part])).size, own.length, `${list} ${part}`)
    assert.equal(new Set(codesOf(list)).size, own.length, list)
  }
})

test('LISTS-1 items are plain JSON, in force since the start of SLRT', () => {
  for (const item of items) {
    assert.deepEqual(JSON.parse(canonical(item)), item)
    assert.deepEqual([item.from, item.until], ['2016-01-01', null])
  }
})

test('LISTS-2 every list that the law reads is there and not empty', () => {
  for (const list of listNames)
    assert.deepEqual(
      codesOf(list),
      lines[list].map(([own]) => own),
      list,
    )
  for (const list of [...listNames, 'category', 'sector', 'window']) assert.ok(codesOf(list).length > 0, list)
})

test('LISTS-2 codes that the law itself writes stand on their lists', () => {
  assert.ok(codesOf('outcome').includes('not-granted'))
  assert.ok(codesOf('cancel').includes('redirected'))
  assert.ok(codesOf('escalate').includes('time-over'))
})

test('LISTS-3 there are about forty categories, over all nine sectors', () => {
  assert.ok(categories.length >= 35)
  const used = new Set(categories.map(({ sector }) => sector))
  assert.deepEqual(
    sectors.filter((sector) => !used.has(sector)),
    [],
  )
  assert.deepEqual(codesOf('sector'), [...sectors])
})

test('LISTS-3 every kind of case has categories, and every category known kinds', () => {
  for (const kind of caseKinds)
    assert.ok(
      categories.some(({ kinds }) => kinds.includes(kind)),
      kind,
    )
  for (const { code: own, kinds } of categories)
    assert.ok(kinds.length > 0 && kinds.every((k) => caseKinds.includes(k)), own)
})

test('LISTS-3 a category has a limit for every tier, none longer than the whole, and says where it is from', () => {
  for (const { code: own, hopDays, totalDays, basis } of categories) {
    for (const level of officeLevels) {
      const days = hopDays[level]
      assert.ok(days !== undefined && days > 0 && days <= totalDays, `${own} ${level}`)
    }
    assert.ok(totalDays <= 60, `${own}: Perpres 76/2013 gives 60 days`)
    assert.ok(basis.length > 20, own)
  }
})

test('LISTS-3 a higher tier never has less time than a lower one', () => {
  for (const { code: own, hopDays } of categories) {
    const days = officeLevels.map((level) => hopDays[level] ?? 0)
    assert.deepEqual(
      days,
      days.toSorted((left, right) => left - right),
      own,
    )
  }
})

test('LISTS-3 categories of violence, HIV and the like hint at their restricted kind', () => {
  const hinted = Object.fromEntries(
    categories.filter(({ restricted }) => restricted).map((c) => [c.code, c.restricted]),
  )
  assert.deepEqual(hinted, {
    'hiv-support': 'hiv',
    'drug-rehabilitation': 'narcotics',
    'child-violence': 'child-violence',
    'child-protection': 'child-protection',
    violence: 'violence',
    trafficking: 'trafficking',
  })
  assert.ok(Object.values(hinted).every((hint) => restrictedKinds.some((kind) => kind === hint)))
})

test('LISTS-4 holidays are real days, in order of their year, none twice', () => {
  const days = holidays.map(({ day }) => day)
  assert.equal(new Set(days).size, days.length)
  for (const day of days) assert.equal(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10), day)
})

test('LISTS-4 the decrees gave 17 holidays and 11 days of leave in 2025, 17 and 8 in 2026', () => {
  const count = (year: string, kind: string) => holidays.filter((h) => h.day.startsWith(year) && h.kind === kind).length
  assert.deepEqual([count('2025', 'national'), count('2025', 'joint-leave')], [17, 11])
  assert.deepEqual([count('2026', 'national'), count('2026', 'joint-leave')], [17, 8])
})

test('LISTS-4 leave is never given on a weekend, nor on a holiday', () => {
  for (const { day } of holidays.filter(({ kind }) => kind === 'joint-leave')) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    assert.ok(weekday >= 1 && weekday <= 5, day)
  }
})

test('LISTS-4 days that no decree has set yet are marked as provisional, and only those', () => {
  assert.deepEqual(new Set(holidays.filter((h) => h.provisional).map(({ day }) => day.slice(0, 4))), new Set(['2027']))
  assert.deepEqual(
    new Set(holidays.filter((h) => !h.provisional).map(({ day }) => day.slice(0, 4))),
    new Set(['2025', '2026']),
  )
})

test('LISTS-5 offices open Monday to Thursday 08-15 and Friday 08-14.30', () => {
  assert.deepEqual(
    officeHours.week.map((hours) => hours && hours[1] - hours[0]),
    [null, 420, 420, 420, 420, 390, null],
  )
  assert.equal(minutesOfDay(aCalendar()), 420)
})

test('LISTS-5 the limits of a citizen and of an asked office are those that the sources give', () => {
  const days = Object.fromEntries(Object.entries(windows).map(([name, { days }]) => [name, days]))
  assert.deepEqual(days, {
    completeDays: 10,
    wordDays: 10,
    reopenDays: 30,
    acceptDays: 3,
    redDays: 1,
    staleDays: 5,
    startDays: 3,
    finishDays: 14,
    linkDays: 30,
    firstVisitDays: 30,
    secondVisitDays: 90,
    messageDays: 30,
    extractDays: 30,
    reviewDays: 0,
    challengeSubdistrictDays: 5,
    challengeDistrictDays: 10,
    challengeProvinceDays: 15,
    challengeNationDays: 20,
    grantDays: 90,
  })
})

test('LISTS-6 every province has its zone, by all 38 codes', () => {
  const wib = [
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
    '21',
    '31',
    '32',
    '33',
    '34',
    '35',
    '36',
    '61',
    '62',
  ]
  const wita = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']
  const wit = ['81', '82', '91', '92', '93', '94', '95', '96']
  assert.equal(wib.length + wita.length + wit.length, 38)
  const zoneOf = (province: string) =>
    items.find(({ list, code }) => list === 'zone' && code === province)?.data['zone']
  for (const code of [...wib, '00']) assert.equal(zoneOf(code), 'Asia/Jakarta', code)
  for (const code of wita) assert.equal(zoneOf(code), 'Asia/Makassar', code)
  for (const code of wit) assert.equal(zoneOf(code), 'Asia/Jayapura', code)
  assert.equal(codesOf('zone').length, 39)
})

test('LISTS-6 a limit in days ends at the same hour of the wall clock in every zone', () => {
  const ends = (['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const).map((zone) => {
    const opens = addWorking(aCalendar(zone), Date.parse('2026-11-01T00:00:00Z'), 0)
    return addWorking(aCalendar(zone), opens, 3 * 420) - opens
  })
  assert.equal(new Set(ends).size, 1)
})

test('LISTS-2 an outcome says under which kinds it may stand, and nothing but an outcome is given them from there', () => {
  for (const { list, code, data } of items.filter((item) => item.list !== 'category')) {
    const kinds = list === 'outcome' ? outcomeKinds.get(code) : undefined
    assert.deepEqual(data['kinds'], kinds && [...kinds], `${list} ${code}`)
  }
})
