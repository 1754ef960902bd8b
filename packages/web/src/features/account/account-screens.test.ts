import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { inboundRoutes } from '@openslrt/core/contract/inbound.ts'
import { noticeWayRoutes } from '@openslrt/core/contract/notice-ways.ts'
import { providerRoutes } from '@openslrt/core/contract/provider.ts'
import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import { sessionRoutes, signInEvents } from '@openslrt/core/contract/session.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { sayDate } from '@openslrt/core/i18n/when.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { drawRefused, refusal } from '../../testing/draw-refused.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { AcceptForm } = await import('./accept-form.tsx')
const { FactorPart } = await import('./factor-part.tsx')
const { NoticePart } = await import('./notice-part.tsx')
const { Screen: Own } = await import('./own-account-screen.tsx')
const { PasswordRules } = await import('./password-rules.tsx')
const { PhonePart } = await import('./phone-part.tsx')
const { ProviderPart } = await import('./provider-part.tsx')
const { SessionsPart } = await import('./sessions-part.tsx')
const { SignInLog } = await import('./sign-in-log.tsx')
const { Screen: SignIn } = await import('./sign-in-screen.tsx')

const t = sayIn('id')
const at = Date.parse('2026-11-20T10:00:00+07:00')
const date = sayDate(at, 'Asia/Jakarta', 'id')
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
const says = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(textOf(page).includes(one), one)
}
const saysNot = (page: Part, ...words: readonly string[]): void => {
  for (const one of words) assert.ok(!textOf(page).includes(one), one)
}

test('OWN-1 each part of the own account waits for itself, and the provider stays away until there is one', () => {
  const page = drawDesk(made(Own, {}))
  const titles = find(page, 'h2').map(textOf)
  assert.deepEqual(
    titles,
    (['factor.title', 'own.notice.title', 'own.phone.title', 'sessions.title', 'log.title'] as const).map((key) =>
      t(key),
    ),
  )
})

test('OWN-5 a part that did not come says why and asks again; the others stand', () => {
  const page = drawRefused(made(Own, {}), [
    { row: secondFactorRoutes.state },
    { row: sessionRoutes.list },
    { row: sessionRoutes.log, query: { page: 1 } },
    { row: inboundRoutes.ownPhone },
    { row: noticeWayRoutes.own },
  ])
  assert.deepEqual(
    buttons(page),
    Array.from({ length: 5 }, () => t('failed.action')),
  )
  says(page, refusal.message, t('own.failed.title'))
  assert.equal(buttons(drawRefused(made(Own, {}), [{ row: inboundRoutes.ownPhone }])).length, 1)
})

const factor = (own: object): Part =>
  drawDesk(made(FactorPart, {}), [
    answered(secondFactorRoutes.state, null, { since: at, codesLeft: 8, required: false, ...own }),
  ])

for (const [who, own, acts, words] of [
  ['without one', { since: null, codesLeft: 0 }, ['factor.begin'], t('factor.off')],
  ['who must have one and has none', { since: null, required: true }, ['factor.begin'], t('factor.off.required')],
  ['who has one', {}, ['factor.replace', 'factor.renew', 'factor.end'], t('factor.on', { date })],
  ['who must keep it', { required: true }, ['factor.replace', 'factor.renew'], t('factor.on', { date })],
] as const)
  test(`OWN-4 of a second factor, somebody ${who} is offered what fits`, () => {
    const page = factor(own)
    assert.deepEqual(
      buttons(page),
      acts.map((key) => t(key)),
    )
    says(page, words)
  })

test('OWN-3 how many recovery codes are left is told, and warned of before there are none', () => {
  for (const [codesLeft, warns] of [
    [8, false],
    [3, false],
    [2, true],
    [0, true],
  ] as const) {
    const page = factor({ codesLeft })
    says(page, t('factor.codes-left', { count: codesLeft }))
    assert.equal(textOf(page).includes(t('factor.codes-few', { count: codesLeft })), warns, String(codesLeft))
  }
  saysNot(factor({ since: null, codesLeft: 0 }), t('factor.codes-few', { count: 0 }))
})

const aSession = (n: number, own: object = {}) => ({
  id: ids.case(n),
  browser: 'Chrome',
  system: 'Android',
  source: '10.0.0.0/24',
  since: at,
  seenAt: at,
  own: false,
  ...own,
})
const sessions = (...items: readonly ReturnType<typeof aSession>[]): Part =>
  drawDesk(made(SessionsPart, {}), [answered(sessionRoutes.list, null, { items: [...items] })])

test('ACCOUNT-17 every place where one is signed in is told by its device; this one has no button to end it', () => {
  const page = sessions(
    aSession(1, { own: true }),
    aSession(2, { system: null, browser: 'Firefox' }),
    aSession(3, { browser: null }),
    aSession(4, { browser: null, system: null }),
  )
  const both = t('device.both', { browser: 'Chrome', system: 'Android' })
  const devices = find(page, 'strong').map(textOf)
  assert.deepEqual(devices, [both, 'Firefox', 'Android', t('device.unknown')])
  assert.deepEqual(
    find(page, 'button').map((one) => valueOf(one, 'aria-label')),
    [...devices.slice(1).map((device) => t('sessions.end.of', { device })), null],
  )
  assert.equal(buttons(page).at(-1), t('sessions.end-others'))
  const alone = sessions(aSession(1, { own: true }))
  assert.deepEqual(buttons(alone), [], 'who is signed in only here has nothing to end')
})

const log = (reply: object, at = '/akun'): Part => {
  const page = Number(new URLSearchParams(at.split('?')[1]).get('halaman') ?? 1)
  const all = { items: [], total: 0, page, size: 25, days: 90, ...reply }
  return drawDesk(made(SignInLog, {}), [answered(sessionRoutes.log, { page }, all)], sari(), at)
}
const line = (n: number, event: (typeof signInEvents)[number]) => {
  const { id, browser, system, source } = aSession(n)
  return { id, browser, system, source, at, event }
}

test('ACCOUNT-17 each thing that happened at the door has its sentence, its device and its moment', () => {
  const page = log({ items: signInEvents.map((event, n) => line(n + 1, event)), total: signInEvents.length })
  const said = find(page, 'strong').map(textOf)
  assert.deepEqual(
    said,
    signInEvents.map((event) => t(`log.${event}`)),
  )
  assert.equal(new Set(said).size, said.length, 'no two are told alike')
  says(page, t('list.range', { from: 1, to: said.length, total: said.length }), '10.0.0.0/24')
  assert.deepEqual(
    new Set(find(page, 'time').map((one) => valueOf(one, 'dateTime'))),
    new Set([new Date(at).toISOString()]),
  )
})

test('ACCOUNT-17 of no happening it says so, for how many days, and draws no pages', () => {
  const page = log({})
  says(page, t('log.none'), t('log.about', { days: 90 }))
  saysNot(page, t('list.range', { from: 1, to: 0, total: 0 }))
  const second = log({ items: [line(1, 'in')], total: 26 }, '/akun?halaman=2')
  says(second, t('list.range', { from: 26, to: 26, total: 26 }))
  const shorter = log({ total: 26 }, '/akun?halaman=3')
  assert.equal(textOf(only(shorter, 'section')), t('log.title'), 'it leads to the last page that there is')
})

const provider = (name: string | null, since: number | null): Part =>
  drawDesk(made(ProviderPart, {}), [answered(providerRoutes.own, null, { name, since })])

test('ACCOUNT-19 an account is connected with the password once more, and left by one press', () => {
  const off = provider('Akun Sleman', null)
  says(off, t('provider.off'), t('provider.connect.text'))
  assert.deepEqual(buttons(off).at(-1), t('provider.connect', { name: 'Akun Sleman' }))
  assert.equal(valueOf(only(off, 'input'), 'type'), 'password')
  assert.equal(valueOf(only(off, 'input'), 'autoComplete'), 'current-password')
  const on = provider('Akun Sleman', at)
  says(on, t('provider.since', { date }))
  assert.deepEqual(buttons(on), [t('provider.leave', { name: 'Akun Sleman' })])
  assert.equal(find(on, 'input').length, 0)
  assert.equal(textOf(provider(null, null)), '', 'where there is none nothing is said')
})

const phone = (kept: string | null): Part =>
  drawDesk(made(PhonePart, {}), [answered(inboundRoutes.ownPhone, null, { phone: kept })])

test('INBOUND-9 the number one writes from stands in its field, and only a kept one can be forgotten', () => {
  const kept = phone('0812 3456 7890')
  assert.equal(valueOf(only(kept, 'input', { type: 'tel' }), 'value'), '0812 3456 7890')
  assert.deepEqual(buttons(kept), [t('own.phone.save'), t('own.phone.forget')])
  const none = phone(null)
  assert.equal(valueOf(only(none, 'input', { type: 'tel' }), 'value'), '')
  assert.deepEqual(buttons(none), [t('own.phone.save')])
})

const notice = (own: object): Part =>
  drawDesk(made(NoticePart, {}), [
    answered(noticeWayRoutes.own, null, {
      lang: 'id',
      email: null,
      ways: [],
      open: ['email', 'push'],
      pushKey: 'k',
      browsers: 0,
      ...own,
    }),
  ])
const checked = (page: Part): readonly (string | null)[] =>
  find(page, 'input', { checked: '' }).map((one) => valueOf(one, 'value'))

test('NOTICE-14 ways to be told are offered as the installation has them, with what was chosen', () => {
  const page = notice({ ways: ['email'], email: 'sari@sleman.go.id', lang: 'en' })
  assert.deepEqual(checked(page), ['email', 'en'])
  assert.equal(valueOf(only(page, 'input', { type: 'email' }), 'value'), 'sari@sleman.go.id')
  const bare = notice({})
  assert.deepEqual(checked(bare), ['id'])
  assert.equal(find(bare, 'input', { type: 'email' }).length, 0, 'an address is asked for only by mail')
  const mail = notice({ open: ['email'] })
  assert.deepEqual(
    find(mail, 'input', { type: 'checkbox' }).map((one) => valueOf(one, 'value')),
    ['email'],
  )
  const shut = notice({ open: [] })
  says(shut, t('own.notice.closed'))
  assert.equal(find(shut, 'form').length, 0)
})

test('NOTICE-14 browsers that are told are counted, and can be told no more', () => {
  const two = notice({ browsers: 2 })
  says(two, t('own.notice.browsers', { count: 2 }))
  assert.ok(buttons(two).includes(t('own.notice.browser.end')))
  assert.ok(!buttons(notice({})).includes(t('own.notice.browser.end')))
  assert.ok(!buttons(notice({ browsers: 2, open: ['email'] })).includes(t('own.notice.browser.end')))
})

const accept = (purpose: 'first-admin' | 'invite' | 'reset', own: object = {}): Part => {
  const invitation = { purpose, name: 'Sari', signInName: null, ...own }
  return drawDesk(made(AcceptForm, { token: 'x'.repeat(30), invitation }))
}
const labels = (page: Part): readonly string[] => find(page, 'label').map(textOf)

test('ACCOUNT-1 only the first administrator writes their own name; of the others it is known', () => {
  assert.ok(labels(accept('first-admin', { name: null })).includes(t('account.link.name')))
  for (const purpose of ['invite', 'reset'] as const) {
    const page = accept(purpose)
    says(page, t(`account.link.${purpose}`, { name: 'Sari' }))
    assert.ok(!labels(page).includes(t('account.link.name')), purpose)
  }
})

test('ACCOUNT-9 a link to a new password comes with the sign-in name, and tells no fault before it was tried', () => {
  const page = accept('reset', { signInName: 'sari.depok' })
  const values = find(page, 'input').map((one) => valueOf(one, 'value'))
  assert.deepEqual(values, ['sari.depok', '', ''])
  saysNot(page, t('account.link.sign-in-name.wrong'), t('account.password.weak'), t('account.link.repeat.wrong'))
  const kinds = find(page, 'input').map((one) => valueOf(one, 'autoComplete'))
  assert.deepEqual(kinds, ['username', 'new-password', 'new-password'])
})

test('ACCOUNT-4 each rule of a password says in words whether it is met', () => {
  const met = (password: string, signInName = 'sari.depok'): readonly boolean[] =>
    find(draw(password, signInName), 'li').map((one) => textOf(one).endsWith(t('account.rule.met')))
  const draw = (password: string, signInName: string): Part => drawDesk(made(PasswordRules, { password, signInName }))
  assert.ok(met('').length > 1)
  assert.ok(met('').some((one) => !one))
  assert.ok(met('kebun teh di lereng Merapi').every(Boolean))
  assert.ok(!met('sari.depok sari.depok 9').every(Boolean), 'it holds the sign-in name')
  assert.ok(!met('aaaaaaaaaaaaaaaaaaaaaa').every(Boolean), 'it is of one letter')
})

const door = (provider: string | null, demo = false): Part =>
  drawDesk(made(SignIn, {}), [answered(accountRoutes.door, null, { demo, provider })], sari(), '/masuk')

test('ACCOUNT-19 the way in by a provider stands at the door only where one is named', () => {
  assert.ok(buttons(door('Akun Sleman')).includes(t('provider.go', { name: 'Akun Sleman' })))
  assert.equal(buttons(door(null)).length, buttons(door('Akun Sleman')).length - 1)
})

test('ACCOUNT-1 whoever is at the wrong door finds the page for citizens, and demonstration data say so', () => {
  const page = door(null, true)
  says(page, t('account.citizen'), t('account.help'), t('shell.demo'))
  assert.equal(valueOf(only(page, 'a', { href: '/' }), 'href'), '/')
  saysNot(door(null), t('shell.demo'))
})
