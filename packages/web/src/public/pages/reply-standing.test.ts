import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publicPaths, type ReplyOffer, type ReplyProps } from '@openslrt/core/contract/public-pages.ts'
import { sayNearDate } from '@openslrt/core/i18n/say-standing.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { referralStatuses } from '@openslrt/core/referral/referral.ts'
import { openToProvider, replyActs } from '@openslrt/core/referral/reply-acts.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { find, only, type Part, textOf, textsIn, valueOf } from '../../testing/html.ts'
import { pageOf, saidOf, sentBy } from '../../testing/public-face.ts'
import { aReply, aShell } from '../../testing/public-pages.ts'

const t = sayIn('id')
type Referral = ReplyProps['referral']

/** The page of a referral with which nothing was done yet, unless a test says so. */
const reply = (own: Partial<ReplyProps> = {}, referral: Partial<Referral> = {}): Part => {
  const full = aReply()
  const quiet = { offers: [], done: null, refusal: null, numbers: { ...full.numbers, problem: null } }
  return pageOf('replyStanding', { ...full, ...quiet, ...own, referral: { ...full.referral, ...referral } })
}
const anAnswer = (act: ReplyOffer['act'], own: Partial<ReplyOffer> = {}): ReplyOffer => ({
  act,
  command: '0192f000-0000-7000-8000-0000000000c4',
  at: '2026-11-22T02:00:00Z',
  note: '',
  choices: [],
  chosen: '',
  problems: [],
  ...own,
})
const formOf = (page: Part, act: string): Part =>
  find(page, 'form').find((form) => sentBy(form)['act'] === act) ?? assert.fail(`no form for ${act}`)
const dayOf = (at: number): string => sayNearDate(at, monday + dayMs, 'Asia/Jakarta', 'id')
const facts = (page: Part): Readonly<Record<string, string>> =>
  Object.fromEntries(
    find(page, 'dl').flatMap((list) => {
      const said = find(list, 'dd').map(textOf)
      return find(list, 'dt').map((name, nth) => [textOf(name), said[nth] ?? ''])
    }),
  )

test('REF-20 who asks whom is the heading; for whom the page is, and how the referral stands, is above it', () => {
  const page = reply({}, { status: 'accepted' })
  assert.equal(textOf(only(page, 'h1')), 'Puskesos Caturtunggal meminta bantuan Klinik Bina Sehat')
  const above = textOf(only(page, 'p', { class: 'public__eyebrow' }))
  assert.equal(above, `Rujukan untuk Klinik Bina Sehat · ${t('referral-status.accepted')}`)
})

test('REF-20 in every state the page is said in words, in both languages', () => {
  for (const status of referralStatuses)
    for (const lang of ['id', 'en'] as const) {
      const page = reply({ shell: aShell(lang) }, { status })
      assert.ok(textOf(page).includes(sayIn(lang)(`referral-status.${status}`)), `${status} ${lang}`)
      assert.doesNotMatch(textOf(page), /reply\.|referral-status\.|[{}]/, `${status} ${lang}`)
    }
})

test('REF-27 it says by when an answer is due, and that a late one is still waited for', () => {
  const said = (dueAt: number | null) => find(reply({}, { dueAt }), 'p', { class: 'standing__more' }).map(textOf)
  const cases: readonly (readonly [number | null, readonly string[]])[] = [
    [null, []],
    [monday + 3 * dayMs, [t('reply.due', { date: dayOf(monday + 3 * dayMs) })]],
    [monday + dayMs, [t('reply.due', { date: dayOf(monday + dayMs) })]],
    [monday, [t('reply.late', { date: dayOf(monday) })]],
  ]
  for (const [dueAt, expected] of cases) assert.deepEqual(said(dueAt), expected)
})

test('REF-22 it says how long the link lasts', () => {
  const linkUntil = monday + 30 * dayMs
  const hints = find(reply({}, { linkUntil }), 'p', { class: 'hint' }).map(textOf)
  assert.ok(hints.includes(t('reply.until', { date: dayOf(linkUntil) })))
})

test('REF-20 what is asked stands as it was written, also with signs of markup in it', () => {
  const asked = 'Mohon <b>surat</b> & "kutipan"\nbaris dua'
  const panel = only(reply({}, { asked, status: 'requested' }), 'section', { class: 'panel' })
  assert.equal(textOf(only(panel, 'p', { class: 'typed' })), asked)
})

test('REF-5 what the asked office needs is told back to it while the referral is on hold, and only then', () => {
  const told = (status: Referral['status'], result: string | null) =>
    textsIn(reply({}, { status, result })).includes(t('reply.needs'))
  const cases = referralStatuses.map((status) => [status, told(status, 'Surat pengantar')] as const)
  assert.deepEqual(
    cases.filter(([, shown]) => shown).map(([status]) => status),
    ['on-hold'],
  )
  assert.equal(told('on-hold', null), false)
})

test('REF-20 in each state the steps that the law leaves open are forms, the next one open, others folded away', () => {
  for (const status of referralStatuses) {
    const acts = openToProvider(status)
    const page = reply({ offers: acts.map((act) => anAnswer(act)) }, { status })
    const wanted = find(page, 'section', { 'aria-label': t('reply.answer') })
    assert.equal(wanted.length, acts.length > 0 ? 1 : 0, status)
    const forms = wanted.flatMap((part) => find(part, 'form')).map((form) => sentBy(form)['act'])
    assert.deepEqual(forms, acts, status)
    const folded = wanted.flatMap((part) => find(part, 'details'))
    assert.equal(folded.length, Math.max(0, acts.length - 1), status)
    for (const fold of folded) assert.equal(valueOf(fold, 'open'), null, status)
  }
})

test('REF-20 a step is posted with what the server needs to take it once and for this state', () => {
  for (const act of replyActs) {
    const form = formOf(reply({ offers: [anAnswer(act, { note: 'Baik.' })] }, { caseVersion: 9 }), act)
    assert.deepEqual([valueOf(form, 'method'), valueOf(form, 'action')], ['post', publicPaths.replyStanding], act)
    const { command, at } = anAnswer(act)
    assert.deepEqual(sentBy(form), { act, command, at, base: '9', note: 'Baik.' })
    assert.equal(textOf(only(form, 'button')), t(`reply.act.${act}.send`))
  }
})

test('REF-7 an outcome is chosen for what is completed and a reason for what is not; a step without a list asks for words alone', () => {
  const choices = [
    { value: 'a', label: 'Pilihan A' },
    { value: 'b', label: 'Pilihan B' },
  ]
  const named = (act: ReplyOffer['act']) => {
    const form = formOf(reply({ offers: [anAnswer(act, { choices, chosen: 'b' })] }), act)
    const select = only(form, 'select')
    return [valueOf(select, 'name'), sentBy(form)[valueOf(select, 'name') ?? ''], find(select, 'option').length]
  }
  assert.deepEqual(named('complete'), ['outcome', 'b', 3])
  assert.deepEqual(named('reject'), ['reason', 'b', 3])
  assert.deepEqual(named('fail'), ['reason', 'b', 3])
  assert.equal(find(formOf(reply({ offers: [anAnswer('accept')] }), 'accept'), 'select').length, 0)
})

test('REF-8 what is missing is said beside its field, and a folded step that came back is open', () => {
  const problems = [
    { field: 'choice', text: 'reply.choice.missing' },
    { field: 'note', text: 'reply.note.missing' },
  ] as const
  const choices = [{ value: 'a', label: 'Pilihan A' }]
  const page = reply({ offers: [anAnswer('complete'), anAnswer('fail', { choices, problems }), anAnswer('hold')] })
  const form = formOf(page, 'fail')
  for (const [tag, text] of [
    ['select', 'reply.choice.missing'],
    ['textarea', 'reply.note.missing'],
  ] as const) {
    const field = only(form, tag)
    assert.equal(valueOf(field, 'aria-invalid'), 'true', tag)
    assert.ok(saidOf(page, field).includes(t(text)), tag)
  }
  const open = find(only(page, 'section', { 'aria-label': t('reply.answer') }), 'details')
  assert.deepEqual(
    open.map((fold) => [textOf(only(fold, 'summary')), valueOf(fold, 'open') !== null]),
    [
      [t('reply.act.fail.title'), true],
      [t('reply.act.hold.title'), false],
    ],
  )
})

test('REF-20 what was done is said first, once, where reading goes on', () => {
  for (const done of replyActs) {
    const said = find(reply({ done }), '*', { 'data-focus': '' }).map(textOf)
    assert.equal(said.length, 1, done)
    assert.ok(said[0]?.includes(t(`reply.act.${done}.done`)), done)
  }
})

test('REF-20 what was not taken keeps the words that somebody wrote, and has no heading over nothing', () => {
  const said = (typed: string) => only(reply({ refusal: { text: 'Sudah berubah.', typed } }), '*', { 'data-focus': '' })
  assert.equal(textOf(only(said('Sudah\nkami panggil'), 'p', { class: 'typed' })), 'Sudah\nkami panggil')
  assert.ok(textOf(said('x')).includes(t('reply.typed')))
  assert.ok(!textOf(said('')).includes(t('reply.typed')))
  assert.ok(textOf(said('')).includes('Sudah berubah.'))
})

test('REF-20 of the case it shows what the grant names; what was not granted has no line', () => {
  const names = ['client', 'address', 'contact', 'phone', 'nik', 'kk'] as const
  const shown = (page: Part) => names.filter((name) => t(`reply.${name}`) in facts(page))
  assert.deepEqual(shown(reply()), ['client', 'address', 'contact', 'phone', 'nik'])
  const nothing = { clientName: null, address: null, contactVia: null, story: null, files: [] }
  const numbers = { phone: null, nik: null, kk: null, open: false, problem: null }
  const bare = reply({ numbers }, nothing)
  assert.deepEqual(shown(bare), [])
  assert.ok(!textsIn(bare).includes(t('reply.story')))
  assert.ok(!textsIn(bare).includes(t('reply.files')))
  assert.equal(facts(bare)[t('reply.case')], '3404-26-000123 · BPJS saya tidak aktif')
  assert.ok(
    !(t('reply.contact') in facts(reply({}, { contactVia: 'none' }))),
    'who wants no call has no way to be called',
  )
})

test('REF-26 numbers are masked until a reason is given; whole ones can be pressed, and are not asked for again', () => {
  const masked = reply()
  assert.equal(facts(masked)[t('reply.nik')], '3404********0001')
  assert.equal(find(masked, 'a', { href: 'tel:08**-****-**90' }).length, 0)
  const form = formOf(masked, 'reveal')
  assert.deepEqual([valueOf(form, 'method'), valueOf(form, 'action')], ['post', publicPaths.replyStanding])
  const numbers = { phone: '0812-3456-7890', nik: '3404075203600001', kk: null, open: true, problem: null }
  const open = reply({ numbers })
  assert.equal(facts(open)[t('reply.nik')], '3404075203600001')
  assert.equal(find(open, 'a').filter((link) => (valueOf(link, 'href') ?? '').startsWith('tel:')).length, 2)
  assert.ok(!find(open, 'form').some((one) => sentBy(one)['act'] === 'reveal'))
})

test('REF-26 a missing reason is said at its field, which then stands open; without any number nothing is asked', () => {
  const fold = (page: Part) => find(page, 'details').filter((one) => textOf(only(one, 'summary')) === t('reply.reveal'))
  const numbers = aReply().numbers
  const [shut] = fold(reply())
  assert.ok(shut && valueOf(shut, 'open') === null)
  const page = reply({ numbers: { ...numbers, problem: 'reply.reveal.missing' } })
  const [open] = fold(page)
  assert.ok(open && valueOf(open, 'open') !== null)
  assert.ok(saidOf(page, only(open, 'textarea')).includes(t('reply.reveal.missing')))
  const none = { phone: null, nik: null, kk: null, open: false, problem: null }
  assert.equal(fold(reply({ numbers: none })).length, 0)
})

test('REF-20 each granted file is a link of its own, named as it was', () => {
  const files = [
    { id: ids.attachment(1), name: 'surat.pdf', size: 1000 },
    { id: ids.attachment(2), name: 'kk <lama>.jpg', size: 9 },
  ]
  const links = find(reply({}, { files }), 'a').filter((link) => (valueOf(link, 'href') ?? '').includes('nomor='))
  assert.deepEqual(
    links.map((link) => [textOf(link), (valueOf(link, 'href') ?? '').split('=')[1]]),
    files.map(({ id, name }) => [name, id]),
  )
})

test('REF-20 the history tells each step with its office; a step of a later release is told as something that was done', () => {
  const steps = [
    { kind: 'referral.accept', at: monday, officeName: 'Klinik Bina Sehat' },
    { kind: 'referral.remind', at: monday + 1, officeName: null },
    { kind: 'referral.unheard-of', at: monday + 2, officeName: null },
  ]
  const lines = find(reply({}, { steps, files: [] }), 'li').map(textOf)
  const told = (words: string) => lines.filter((line) => line.startsWith(words)).length
  assert.equal(told(`${t('public.did.referral.accept')} · Klinik Bina Sehat · `), 1)
  assert.equal(told(`${t('public.did.referral.remind')} · `), 1)
  assert.equal(told(`${t('public.did.other')} · `), 1)
  assert.ok(!textsIn(reply({}, { steps: [] })).includes(t('reply.history')))
})

test('REF-23 on a shared computer the referral can be closed', () => {
  const leave = find(reply(), 'form').filter((form) => textOf(form).includes(t('reply.leave')))
  assert.deepEqual(
    leave.map((form) => valueOf(form, 'method')),
    ['post'],
  )
})

test('REF-20 the office that asks is told with a number that can be pressed, and without one there is no line', () => {
  const page = reply()
  assert.equal(facts(page)[t('reply.from')], 'Puskesos Caturtunggal')
  assert.ok(t('reply.from.phone') in facts(page))
  assert.ok(!(t('reply.from.phone') in facts(reply({}, { fromOfficePhone: '' }))))
})
