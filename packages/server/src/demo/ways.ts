import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import type { DemoCase, Scene } from './demo-case.ts'
import { diceOf } from './seeded.ts'
import type { Step, Trail } from './trail.ts'
import { beginTrail } from './trail.ts'
import { refer } from './ways-referral.ts'

const { windows } = shippedLists
const silent = { note: '' }

/** The whole way of a case, as long as it would take; what lies in the future is not given. */
export function wayOf(kase: DemoCase, scene: Scene): readonly Step[] {
  const trail = beginTrail(kase, scene)
  const opener = openerOf(kase)
  if (kase.fromHome) trail.citizen('case.register', kase.data, [0, 0])
  else if (opener) trail.brought(opener, { ...kase.data, ...broughtBy })
  else trail.staff('receives', 'case.register', kase.data, [0, 0])
  const quick = kase.kind === 'service' || kase.kind === 'question'
  if (quick && !kase.fromHome && !opener && kase.dice.chance(kase.need.desk ?? 0)) settle(trail)
  else handle(trail)
  return trail.steps
}

/** A hospital or an agency meets some of those who need more than it gives, and opens their case for the village. */
const openerOf = ({ need, office, seed, fromHome, data }: DemoCase): string | undefined =>
  !fromHome && office !== 'secretariat' && !data.reporter.anonymous && diceOf(`${seed} opened`).chance(openedShare)
    ? need.to
    : undefined
const openedShare = 0.1
const broughtBy = { channel: 'other-office', consent: { basis: 'verbal', words: 'Petugas jaga' } } as const

/** A case that turns out to be told twice: taken up, and joined to the earlier one. */
export function twinWay(kase: DemoCase, first: DemoCase, scene: Scene): readonly Step[] {
  const trail = beginTrail(kase, scene)
  trail.staff('receives', 'case.register', kase.data, [0, 0])
  trail.staff('handles', 'case.take', silent, [5, 60])
  trail.staff('handles', 'case.merge', { into: first.id, note: 'Sudah dilaporkan sebelumnya.' }, [2, 20])
  return trail.steps.map((step) => ({ ...step, after: first.id }))
}

function settle(trail: Trail): void {
  const [outcome, note] = trail.kase.need.done
  trail.staff('receives', 'case.settle', { outcome, note }, [3, 25])
}

function handle(trail: Trail): void {
  const { dice, need } = trail.kase
  if (isAt(trail, 'secretariat') && !need.restricted && dice.chance(0.02)) handDown(trail)
  trail.staff('handles', 'case.take', silent, [5, 200])
  if (dice.chance(0.02)) return withdraw(trail)
  if (dice.chance(0.1) && !comesBack(trail)) return
  if (dice.chance(upwardShare(trail))) {
    escalate(trail)
    if (dice.chance(upwardShare(trail))) escalate(trail)
  }
  work(trail)
  word(trail)
}

/** From the desk of whoever has it to the answer: with a decision, and another office's help, where it takes them. */
function work(trail: Trail): void {
  const { dice, need, kind } = trail.kase
  const to = dice.chance(0.46) && !isAt(trail, 'province') ? need.to : undefined
  const decided = to !== undefined || (kind === 'service' && dice.chance(0.5))
  if (decided && !decide(trail)) return
  if (to) refer(trail, to)
  answer(trail)
}

// Above the secretariat nobody of the demo may see restricted kinds, and above the province there is nobody.
const mayGoUp = (trail: Trail): boolean => !trail.kase.need.restricted && !isAt(trail, 'province')

const isAt = (trail: Trail, office: string): boolean => trail.office === office

function upwardShare(trail: Trail): number {
  if (!mayGoUp(trail)) return 0
  if (isAt(trail, 'secretariat')) return takesWeeks(trail) ? 0.15 : 0.02
  if (takesWeeks(trail)) return 0.7
  return trail.kase.need.to ? 0.22 : 0.1
}

/** What takes weeks at the district has three days in the village: to look at it, and to pass it on. */
const takesWeeks = ({ kase: { need } }: Trail): boolean => (districtDays.get(need.category) ?? 0) > 5
const districtDays = new Map(shippedLists.categories.map(({ code, hopDays }) => [code, hopDays.district]))

function handDown(trail: Trail): void {
  const { place } = trail.kase.data
  const office = trail.officeId(place)
  trail.staff('handles', 'case.hand-down', { office, note: 'Dapat diselesaikan di desa.' }, [5, 120])
  trail.office = place
}

function withdraw(trail: Trail): void {
  trail.citizen('case.cancel', { reason: 'withdrawn', note: 'Sudah tidak diperlukan.' }, [2, 60])
}

const missing = [
  ['papers-missing', 'Mohon lengkapi fotokopi KK dan KTP.'],
  ['facility-letter-missing', 'Mohon bawa surat keterangan dari puskesmas.'],
  ['photo-unclear', 'Foto KTP tidak terbaca, mohon kirim ulang.'],
] as const

/** Something is missing. Most come back with it; for the others the limit runs out. */
function comesBack(trail: Trail): boolean {
  const { dice } = trail.kase
  const [reason, note] = dice.pick(missing)
  trail.staff('handles', 'case.return', { reason, note }, [5, 120])
  if (dice.chance(0.2)) {
    trail.clock('case.expire', windows.completeDays.days)
    return false
  }
  trail.citizen('case.complete', { note: 'Berkas sudah dibawa.' }, [3, 150])
  return true
}

const upward = [
  ['beyond-authority', 'Keputusan ada di tingkat kabupaten.'],
  ['no-programme-here', 'Tidak ada program desa yang cocok.'],
  ['needs-higher-decision', 'Mohon keputusan dari atas.'],
] as const

function escalate(trail: Trail): void {
  const [reason, note] = trail.kase.dice.pick(upward)
  trail.staff('handles', 'case.escalate', { reason, note }, [20, 300])
  trail.office = isAt(trail, 'secretariat') ? 'province' : 'secretariat'
  trail.staff('handles', 'case.take', silent, [20, 300])
}

/** Recommendation and decision; false when it was refused. */
function decide(trail: Trail): boolean {
  const { dice } = trail.kase
  trail.staff('handles', 'case.recommend', { note: 'Data sudah diperiksa. Disarankan dibantu.' }, [15, 240])
  if (dice.chance(0.06)) {
    trail.staff('decides', 'case.send-back', { note: 'Tambahkan hasil pemeriksaan di rumah.' }, [10, 120])
    trail.staff('handles', 'case.recommend', { note: 'Rumah sudah dikunjungi. Disarankan dibantu.' }, [120, 600])
  }
  if (dice.chance(0.07)) {
    const note = 'Belum memenuhi syarat program. Dapat diusulkan lagi setelah pendataan berikutnya.'
    trail.staff('decides', 'case.reject', { reason: 'not-eligible', note }, [20, 240])
    return false
  }
  trail.staff('decides', 'case.approve', silent, [10, 200])
  return true
}

function answer(trail: Trail): void {
  const [outcome, note] = trail.kase.need.done
  trail.staff('handles', 'case.answer', { outcome, note, openReferrals: '' }, [20, 400])
}

/** What the citizen says of the answer: yes, nothing, no; or that somebody else should look at it. */
function word(trail: Trail): void {
  const { dice } = trail.kase
  const said = dice.next()
  if (said < 0.42) trail.clock('case.lapse', windows.wordDays.days)
  else if (said < 0.5) {
    trail.citizen('case.dispute', { note: 'Belum ada perubahan sampai hari ini.' }, [5, 200])
    answer(trail)
    if (dice.chance(0.5)) confirm(trail)
    else trail.clock('case.lapse', windows.wordDays.days)
  } else if (said < 0.515 && mayGoUp(trail)) appeal(trail)
  else confirm(trail)
}

function confirm(trail: Trail): void {
  const { dice } = trail.kase
  const satisfaction = dice.weighted([5, 4, 3, 2, 1], (value) => [2, 4, 14, 35, 45][value - 1] ?? 0)
  if (dice.chance(0.35)) trail.citizen('case.confirm', { satisfaction, how: null, note: '' }, [2, 150])
  else {
    const how = dice.pick(['phone', 'whatsapp', 'in-person', 'handed-over'])
    trail.staff('receives', 'case.confirm', { satisfaction, how, note: '' }, [30, 1500])
  }
  if (dice.chance(0.01)) {
    trail.citizen('case.reopen', { note: 'Masalah yang sama muncul lagi.' }, [48, 400])
    answer(trail)
    trail.clock('case.lapse', windows.wordDays.days)
  }
}

function appeal(trail: Trail): void {
  trail.citizen('case.appeal', { note: 'Mohon diperiksa oleh kantor di atas.' }, [5, 150])
  trail.office = isAt(trail, 'secretariat') ? 'province' : 'secretariat'
  trail.staff('handles', 'case.take', silent, [30, 300])
  answer(trail)
  confirm(trail)
}
