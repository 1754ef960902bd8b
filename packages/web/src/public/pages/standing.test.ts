import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citizenActs } from '@openslrt/core/case/citizen-acts.ts'
import { actForm } from '@openslrt/core/contract/public-forms.ts'
import { sayStanding } from '@openslrt/core/i18n/say-standing.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { pageOf, saidOf, sentBy } from '../../testing/public-face.ts'
import { anOffer, aShell, aStanding } from '../../testing/public-pages.ts'

const t = sayIn('id')
const standing = (...given: Parameters<typeof aStanding>): Part => pageOf('standing', aStanding(...given))
const formOf = (page: Part, act: string): Part =>
  find(page, 'form').find((form) => sentBy(form)['act'] === act) ?? assert.fail(`no form for ${act}`)

test('FACE-14 the page begins with where the case is, since when, and until when', () => {
  const props = aStanding()
  const page = pageOf('standing', props)
  const [first, ...more] = sayStanding('id', props.kase, props.zone, props.now)
  assert.equal(textOf(only(page, 'h1')), first)
  assert.deepEqual(find(page, 'p', { class: 'standing__more' }).map(textOf), more)
  assert.ok(more.length > 0, 'a case that waits for an office has a date')
})

test('TRACK-10 then what comes next and by when; while the citizen is asked, their panel says it instead', () => {
  const nextOf = (page: Part) => find(page, 'p', { class: 'standing__next' }).map(textOf)
  const registered = nextOf(standing())
  assert.equal(registered.length, 1)
  assert.match(registered[0] ?? '', /^Langkah berikutnya: petugas memeriksa laporan, paling lambat \d+ November\.$/)
  assert.deepEqual(nextOf(standing({ waitsUntil: monday + dayMs }, { status: 'returned' })), [])
  assert.deepEqual(nextOf(standing({}, { status: 'closed' })), [])
  assert.deepEqual(nextOf(standing({}, { status: 'handling', outlook: 'late' })), [
    t('short.next', { step: t('short.step.handle') }),
  ])
  const red = nextOf(standing({}, { red: true, dueAt: monday + dayMs }))
  assert.match(red[0] ?? '', /paling lambat 3 November \d\d\.\d\d\.$/)
})

test('FACE-14 number and status stand above it, the status as the citizen calls it', () => {
  const page = standing({}, { number: '3404-26-000123', status: 'answered' })
  const line = textOf(only(page, 'p', { class: 'public__eyebrow' }))
  assert.ok(line.includes(t('public.case.number', { number: '3404-26-000123' })))
  assert.ok(line.includes(t('status.answered')))
})

test('FACE-14 where something is asked of the citizen the status is amber, and only there', () => {
  const colours = (
    ['registered', 'handling', 'returned', 'recommended', 'answered', 'closed', 'cancelled'] as const
  ).map((status) => {
    const tag = only(standing({}, { status }), 'span', { 'data-color': lookOf[status] })
    return [status, textOf(tag) === t(`status.${status}`)]
  })
  assert.deepEqual(
    colours.filter(([, right]) => !right),
    [],
  )
})

const lookOf = {
  registered: 'info',
  handling: 'accent',
  returned: 'warning',
  recommended: 'accent',
  answered: 'warning',
  closed: 'success',
  cancelled: 'neutral',
} as const

test('FACE-15 an act is a form that the server takes, made for this state of the case', () => {
  for (const act of citizenActs) {
    const page = standing({ offers: [anOffer({ act })] }, { version: 7 })
    const form = formOf(page, act)
    assert.deepEqual([valueOf(form, 'method'), valueOf(form, 'action')], ['post', '/lacak/kasus'])
    const sent = actForm.parse(sentBy(form))
    assert.deepEqual([sent.act, sent.base, sent.command], [act, 7, anOffer().command])
  }
})

test('FACE-15 what only the citizen can do stands right under the answer; what they may do is folded away below', () => {
  const page = standing({ offers: citizenActs.map((act) => anOffer({ act })) }, { missing: 'Fotokopi KK' })
  const wanted = only(page, 'section', { 'aria-label': t('public.case.wants') })
  assert.deepEqual(
    find(wanted, 'form').map((form) => sentBy(form)['act']),
    ['complete', 'confirm', 'dispute'],
  )
  const folded = find(page, 'details').map((fold) =>
    find(fold, 'form')
      .map((form) => sentBy(form)['act'])
      .join(),
  )
  assert.deepEqual(folded, ['dispute', 'reopen', 'appeal', 'cancel'])
  for (const fold of find(page, 'details')) assert.equal(valueOf(fold, 'open'), null)
})

test('FACE-15 with nothing to do, nothing is asked', () => {
  const page = standing()
  assert.equal(find(page, 'section', { 'aria-label': t('public.case.wants') }).length, 0)
  assert.equal(find(page, 'form').filter((form) => valueOf(form, 'action') === '/lacak/kasus').length, 0)
  assert.ok(!textOf(page).includes(t('public.case.also')))
})

test('FACE-15 an act that came back is open, with its words and its grade, and says what is wrong beside them', () => {
  const problem = 'public.act.words.missing'
  const offers = [
    anOffer({ act: 'confirm', note: 'Terima kasih', satisfaction: '4' }),
    anOffer({ act: 'dispute', note: '', problem }),
    anOffer({ act: 'appeal' }),
    anOffer({ act: 'cancel', note: 'Sudah dibantu' }),
  ]
  const page = standing({ offers })
  assert.equal(sentBy(formOf(page, 'confirm'))['satisfaction'], '4')
  assert.equal(sentBy(formOf(page, 'confirm'))['note'], 'Terima kasih')
  const open = find(page, 'details').map((fold) => [textOf(only(fold, 'summary')), valueOf(fold, 'open') !== null])
  assert.deepEqual(open, [
    [t('public.act.dispute.title'), true],
    [t('public.act.appeal.title'), false],
    [t('public.act.cancel.title'), true],
  ])
  const words = only(formOf(page, 'dispute'), 'textarea')
  assert.ok(saidOf(page, words).includes(t(problem)))
  assert.equal(valueOf(words, 'aria-invalid'), 'true')
  assert.equal(valueOf(only(formOf(page, 'cancel'), 'textarea'), 'aria-invalid'), null)
})

test('FACE-15 only a yes is graded, from best to worst, and nothing is chosen beforehand', () => {
  const page = standing({ offers: [anOffer(), anOffer({ act: 'dispute' })] })
  const grades = find(page, 'input', { name: 'satisfaction' })
  assert.deepEqual(
    grades.map((grade) => valueOf(grade, 'value')),
    ['5', '4', '3', '2', '1'],
  )
  assert.equal(find(formOf(page, 'dispute'), 'input', { name: 'satisfaction' }).length, 0)
  assert.equal(sentBy(formOf(page, 'confirm'))['satisfaction'], undefined)
})

test('FACE-15 it says until when the case waits, and until when it can be opened again', () => {
  const waitsUntil = monday + 14 * dayMs
  const complete = { offers: [anOffer({ act: 'complete' })], waitsUntil }
  assert.ok(
    textOf(standing(complete, { missing: 'KK' })).includes(t('public.case.until.complete', { date: dayOf(14) })),
  )
  const confirm = { offers: [anOffer()], waitsUntil }
  assert.ok(textOf(standing(confirm)).includes(t('public.case.until.confirm', { date: dayOf(14) })))
  const reopen = { offers: [anOffer({ act: 'reopen' }), anOffer({ act: 'appeal' })], reopenUntil: monday + 30 * dayMs }
  const [first, second] = find(standing(reopen), 'details').map(textOf)
  assert.ok(first?.includes(t('public.case.until.reopen', { date: dayOf(30) })))
  assert.ok(!second?.includes(dayOf(30)), 'an appeal has no such window')
})

/** The day so many days after the Monday of the tests, as a citizen reads it. */
const dayOf = (days: number): string =>
  new Intl.DateTimeFormat('id', { day: 'numeric', month: 'long', timeZone: 'Asia/Jakarta' }).format(
    monday + days * dayMs,
  )

test('FACE-16 what was done is said first, where reading goes on', () => {
  for (const act of citizenActs) {
    const said = find(standing({ done: act }), '*', { 'data-focus': '' })
    assert.deepEqual(
      said.map((one) => textOf(one).includes(t(`public.act.${act}.done`))),
      [true],
      act,
    )
  }
})

test('FACE-16 what was not taken is said with the words that somebody wrote', () => {
  const refusal = { text: 'Laporan ini sudah ditutup.', typed: 'Masih belum beres,\nkarena …' }
  const [said] = find(standing({ refusal }), '*', { 'data-focus': '' })
  assert.ok(said)
  assert.ok(textOf(said).includes(refusal.text))
  assert.equal(textOf(only(said, 'p', { class: 'typed' })), refusal.typed)
  const [bare] = find(standing({ refusal: { ...refusal, typed: '' } }), '*', { 'data-focus': '' })
  assert.ok(bare && !textOf(bare).includes(t('public.case.typed')), 'no heading over nothing')
})

test('FACE-16 the answer stands there with its outcome, and no empty frame without one', () => {
  const page = standing({ outcomeName: 'Dipenuhi' }, { result: 'Kartu sudah aktif.\nTunjukkan KTP.' })
  const panel = only(page, 'section', { class: 'panel panel--answer' })
  assert.equal(textOf(only(panel, 'p', { class: 'typed' })), 'Kartu sudah aktif.\nTunjukkan KTP.')
  assert.ok(textOf(panel).includes('Dipenuhi'))
  for (const result of [null, ''])
    assert.equal(find(standing({}, { result }), 'section', { class: 'panel panel--answer' }).length, 0)
})

test('FACE-17 the way shows what was done and where, what is going on, and what is still to come', () => {
  const steps = [
    { kind: 'case.register', at: monday, officeName: 'Puskesos Caturtunggal' },
    { kind: 'case.take', at: monday + 3_600_000, officeName: 'Puskesos Caturtunggal' },
  ]
  const way = only(standing({}, { status: 'handling', steps }), 'ol', { class: 'way' })
  const said = find(way, 'li').map((step) => textOf(only(step, 'span', { class: 'way__title' })))
  assert.deepEqual(said, [
    t('public.did.case.register'),
    t('public.did.case.take'),
    t('public.ahead.handle'),
    t('public.ahead.answer'),
    t('public.ahead.confirm'),
  ])
  const current = find(way, 'li', { 'aria-current': 'step' })
  assert.deepEqual(
    current.map((step) => textOf(only(step, 'span', { class: 'way__title' }))),
    [t('public.ahead.handle')],
  )
  assert.deepEqual(
    find(way, 'time').map((time) => valueOf(time, 'dateTime') ?? valueOf(time, 'datetime')),
    [new Date(monday).toISOString(), new Date(monday + 3_600_000).toISOString()],
  )
})

test('FACE-17 while another office is asked, the way says that one; what the citizen must do is nobody else’s', () => {
  const by = (own: Parameters<typeof aStanding>[1]): string | undefined => {
    const current = only(standing({}, { steps: [], ...own }), 'li', { 'aria-current': 'step' })
    return find(current, 'div', { class: 'way__by' }).map(textOf)[0]
  }
  assert.equal(by({ status: 'handling' }), 'Puskesos Caturtunggal')
  assert.equal(by({ status: 'handling', waitingOffice: 'RSUD Sleman' }), 'RSUD Sleman')
  assert.equal(by({ status: 'returned' }), undefined)
  assert.equal(by({ status: 'answered' }), undefined)
})

test('FACE-17 a case that has ended has nothing ahead', () => {
  for (const status of ['closed', 'cancelled', 'duplicate'] as const)
    assert.equal(find(standing({}, { status }), 'li', { 'aria-current': 'step' }).length, 0)
})

test('FACE-17 each office that was asked is named with what came of it', () => {
  const asked = { requestedAt: monday, changedAt: monday + dayMs, dueAt: null }
  const referrals = [
    { officeName: 'RSUD Sleman', status: 'completed' as const, ...asked },
    { officeName: 'Dinas Sosial', status: 'requested' as const, ...asked, requestedAt: monday + 1 },
  ]
  const helpers = find(only(standing({}, { referrals }), 'ul', { class: 'helpers' }), 'li').map(textOf)
  assert.deepEqual(helpers, [
    `RSUD Sleman${t('public.referral.completed')}, ${dayOf(1)}`,
    `Dinas Sosial${t('public.referral.requested')}, ${dayOf(1)}`,
  ])
  assert.equal(find(standing(), 'ul', { class: 'helpers' }).length, 0)
})

test('FACE-18 the facts are told, and one without anything to say is left out', () => {
  const facts = (own: Parameters<typeof aStanding>[1]) => {
    const list = find(standing({}, own), 'dl').at(-1) ?? assert.fail()
    return find(list, 'dt').map(textOf)
  }
  const all = ['category', 'place', 'registered', 'office', 'phone'] as const
  const hours = [t('public.offices.now'), t('public.offices.hours')]
  assert.deepEqual(facts({}), [...all.map((name) => t(`public.case.${name}`)), ...hours])
  assert.deepEqual(facts({ officePhone: '' }), [...all.slice(0, -1).map((name) => t(`public.case.${name}`)), ...hours])
  const unknown = find(standing({ officeOpen: '', officeHours: '' }), 'dl').at(-1) ?? assert.fail()
  assert.equal(find(unknown, 'dt').length, all.length, 'of an office that is not known yet no hours are told')
})

test('FACE-18 on somebody else’s phone the case can be closed, and the receipt is a link away while there is one', () => {
  const leave = find(standing(), 'form', { action: '/lacak/tutup' })
  assert.deepEqual(
    leave.map((form) => [valueOf(form, 'method'), textOf(only(form, 'button'))]),
    [['post', t('public.case.leave')]],
  )
  const receipt = (hasReceipt: boolean) => find(standing({ hasReceipt }), 'a', { href: '/lapor/tanda-terima' }).length
  assert.deepEqual([receipt(true), receipt(false)], [1, 0])
})

test('FACE-18 in English the whole page is English', () => {
  const page = pageOf('standing', aStanding({ shell: aShell('en'), offers: [anOffer()] }, { status: 'answered' }))
  assert.ok(textOf(page).includes(sayIn('en')('public.act.confirm.send')))
  assert.ok(textOf(page).includes(sayIn('en')('status.answered')))
})

test('PROPOSAL-31 proposals that came of the report stand there, each with its way; where there are none, nothing does', () => {
  const proposal = {
    kind: 'objection',
    status: 'rejected',
    officeName: 'Puskesos Caturtunggal',
    draftedAt: monday,
    verifiedAt: monday,
    sentAt: monday,
    month: '2026-11',
    answeredOn: '2026-11-03',
    why: 'quota-full',
    reasonName: 'Kuota penuh',
    changedAt: monday,
  } as const
  const wayOf = (own: object) => {
    const page = standing({ proposals: [{ ...proposal, ...own }] })
    return find(only(page, 'ol', { 'aria-label': t('proposal-kind.objection') }), 'span', { class: 'way__title' }).map(
      textOf,
    )
  }
  assert.deepEqual(wayOf({}), [
    'Diterima Puskesos Caturtunggal',
    'Diverifikasi dinas',
    'Dikirim ke pusat bersama usulan November 2026',
    'Ditolak pusat: Kuota penuh',
  ])
  assert.equal(wayOf({ reasonName: null }).at(-1), 'Ditolak pusat')
  const open = {
    status: 'drafted',
    verifiedAt: null,
    sentAt: null,
    month: null,
    answeredOn: null,
    why: null,
    reasonName: null,
  }
  assert.deepEqual(wayOf(open), ['Diterima Puskesos Caturtunggal', 'Diverifikasi dinas', 'Dikirim ke pusat'])
  const titles = (page: Part) => find(page, 'h2').map(textOf)
  assert.ok(titles(standing({ proposals: [proposal] })).includes(t('public.case.proposals')))
  assert.ok(!titles(standing()).includes(t('public.case.proposals')))
})
