import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { type DutyTurn, dutyRoutes, type Roster } from '@openslrt/core/contract/duty-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { dayMs, startOfDay } from '@openslrt/core/kernel/instant.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { rosterRows } from './roster-rows.ts'
import { turnFaults } from './turn-form.ts'

const { Screen } = await import('./duty-screen.tsx')
const { OnDuty } = await import('../case/queue/on-duty.tsx')

const t = sayIn('id')
const now = Date.now()
/** Midnight of a Monday that is to come. */
const monday = startOfDay('Asia/Jakarta', '2099-11-02')
const aTurn = (own: Partial<DutyTurn> = {}): DutyTurn => ({
  id: '0192f000-0000-7000-8000-0000000000d1',
  version: 1,
  staff: ids.staff(5),
  name: 'Siti Aminah',
  from: monday,
  until: monday + 2 * dayMs,
  here: true,
  leaves: [],
  ...own,
})
const aRoster = (own: Partial<Roster> = {}): Roster => ({
  office: ids.office(1),
  officeName: 'Puskesos Caturtunggal',
  district: ledgerCode.parse('34.04'),
  now,
  until: now + 28 * dayMs,
  current: null,
  turns: [],
  gaps: [],
  people: [{ id: ids.staff(5), name: 'Siti Aminah' }],
  ...own,
})
const makes: readonly Permission[] = ['case.read', 'case.assign']
const shown = (roster: Roster, rights = makes): Part =>
  drawDesk(made(Screen, {}), [answered(dutyRoutes.own, null, roster)], sari(rights), '/piket')
const labels = (page: Part): readonly (string | null)[] =>
  find(page, 'button').map((one) => valueOf(one, 'aria-label') ?? textOf(one))

test('DUTY-8 a turn is told with its days and its person, and can be taken back; a running one ends', () => {
  const page = shown(aRoster({ turns: [aTurn()] }))
  const row = only(page, 'li')
  assert.match(textOf(row), /^Sen 2 Nov 2099 sampai Sel 3 Nov 2099Siti Aminah/)
  assert.ok(labels(page).includes('Batalkan giliran Siti Aminah, Sen 2 Nov 2099 sampai Sel 3 Nov 2099'))
  const current = { staff: ids.staff(5), name: 'Siti Aminah', until: now + dayMs }
  const running = shown(aRoster({ current, turns: [aTurn({ from: now - dayMs, until: now + dayMs })] }))
  assert.match(textOf(running), /Sedang piket: Siti Aminah, sampai /)
  assert.ok(labels(running).some((label) => label?.startsWith('Akhiri giliran Siti Aminah')))
})

test('DUTY-7 a gap is said in words and can be filled; a full roster says so, and so does a turn of who is away or left', () => {
  const gap = { from: monday, until: monday + dayMs }
  const page = shown(aRoster({ gaps: [gap] }))
  assert.match(textOf(only(page, 'li')), /^Sen 2 Nov 2099Belum ada yang piket/)
  assert.ok(labels(page).includes('Isi Sen 2 Nov 2099'))
  assert.ok(textOf(page).includes(t('duty.now.nobody')))
  const full = shown(aRoster({ turns: [aTurn({ here: false, leaves: [{ ...gap, standInName: null }] })] }))
  assert.ok(textOf(full).includes(t('duty.full')))
  assert.match(textOf(full), /Tidak menangani kasus lagi di kantor ini.*Cuti Sen 2 Nov 2099, tanpa pengganti/)
  const covered = shown(aRoster({ turns: [aTurn({ leaves: [{ ...gap, standInName: 'Budi' }] })] }))
  assert.match(textOf(covered), /digantikan Budi/)
})

test('DUTY-8 who does not make the roster reads it, and an office where nobody works on cases says so', () => {
  const gaps = [{ from: monday, until: monday + dayMs }]
  assert.deepEqual(labels(shown(aRoster({ turns: [aTurn()], gaps }), ['case.read'])), [])
  const empty = shown(aRoster({ gaps, people: [] }))
  assert.ok(textOf(empty).includes(t('duty.who.none')))
  assert.deepEqual(labels(empty), [])
  const waiting = drawDesk(made(Screen, {}), [], sari(makes), '/piket')
  assert.equal(find(waiting, 'li').length, 0)
})

test('DUTY-8 an administrator reads the roster of the office that the address names', () => {
  const other = aRoster({ office: ids.office(6), officeName: 'Puskesos Maguwoharjo' })
  const answers = [answered(dutyRoutes.of, { office: ids.office(6) }, other)]
  const page = drawDesk(made(Screen, {}), answers, sari(['staff.manage']), `/piket?kantor=${ids.office(6)}`)
  assert.ok(textOf(page).includes(t('duty.of', { office: 'Puskesos Maguwoharjo' })))
})

test('DUTY-8 above the queue stands that somebody is on duty, or soon will be, and nothing otherwise', () => {
  const said = (reply: { until: number | null; next: { from: number; until: number } | null }) =>
    textOf(drawDesk(made(OnDuty, {}), [answered(dutyRoutes.mine, null, reply)], sari(makes)))
  assert.match(said({ until: now + dayMs, next: null }), /^.*Anda piket kartu merah sampai .*Jadwal piket$/)
  assert.match(
    said({ until: null, next: { from: now + dayMs, until: now + 2 * dayMs } }),
    /Giliran piket Anda mulai besok/,
  )
  assert.equal(said({ until: null, next: { from: now + 20 * dayMs, until: now + 21 * dayMs } }), '')
  assert.equal(said({ until: null, next: null }), '')
})

test('DUTY-7 turns and gaps stand in the order of their days', () => {
  const [first, last] = [aTurn(), aTurn({ id: '0192f000-0000-7000-8000-0000000000d2', from: monday + 5 * dayMs })]
  const rows = rosterRows({ turns: [first, last], gaps: [{ from: monday + 2 * dayMs, until: last.from }], now: monday })
  assert.deepEqual(
    rows.map((row) => (row.kind === 'turn' ? [row.turn.id.slice(-2), row.now] : row.gap.from - monday)),
    [['d1', true], 2 * dayMs, ['d2', false]],
  )
})

test('DUTY-9 a turn needs somebody, a day that is not over, and a last day that does not come before it', () => {
  const whole = { staff: 'x', from: '2026-11-22', until: '2026-11-22' }
  assert.deepEqual(turnFaults(whole, '2026-11-22'), {})
  assert.deepEqual(turnFaults({ staff: '', from: '', until: '' }, '2026-11-22'), {
    staff: 'duty.who.missing',
    from: 'duty.from.missing',
    until: 'duty.until.wrong',
  })
  assert.deepEqual(turnFaults({ ...whole, from: '2026-11-21' }, '2026-11-22'), { from: 'duty.from.missing' })
  assert.deepEqual(turnFaults({ ...whole, until: '2026-11-21' }, '2026-11-22'), { until: 'duty.until.wrong' })
})
