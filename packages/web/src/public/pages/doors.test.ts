import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportKinds, trackForm } from '@openslrt/core/contract/public-forms.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { pageOf, saidOf, sentBy } from '../../testing/public-face.ts'
import { aPlace, aReceipt, aShell } from '../../testing/public-pages.ts'

const t = sayIn('id')
const shell = aShell()
const linksIn = (part: Part): (string | null)[] => find(part, 'a').map((link) => valueOf(link, 'href'))

test('FACE-19 the front page offers the three kinds of report, each by its address, before anything else', () => {
  const main = only(pageOf('home', { shell, also: [] }), 'main')
  const kinds = reportKinds.map((kind) => `/lapor?jenis=${kind}`)
  assert.deepEqual(linksIn(main), [...kinds, publicPaths.track])
})

test('FACE-19 a door without anything behind it is not shown', () => {
  const doors = (also: readonly ('offices' | 'programmes')[]) =>
    linksIn(only(pageOf('home', { shell, also }), 'main')).slice(3)
  assert.deepEqual(doors(['offices']), ['/lacak', '/puskesos'])
  assert.deepEqual(doors(['programmes']), ['/lacak', '/program'])
})

test('FACE-19 who comes without having chosen a kind is asked for it, with the same three doors', () => {
  const page = pageOf('reportKind', { shell })
  assert.deepEqual(
    linksIn(only(page, 'main')),
    reportKinds.map((kind) => `/lapor?jenis=${kind}`),
  )
})

test('FACE-19 staff find their desk from every page', () => {
  const foot = only(pageOf('home', { shell, also: [] }), 'footer')
  assert.deepEqual(linksIn(foot), ['/meja/'])
})

const message = { shell, kind: 'note', title: 'Laporan ditutup', text: 'Tidak ada lagi di peramban ini.' } as const

test('FACE-20 a message says one thing and the way on; the number of the request only where there is one', () => {
  const bare = only(pageOf('message', message), 'main')
  assert.deepEqual(linksIn(bare), [])
  assert.equal(textOf(bare), `${message.title}${message.text}`)
  const next = { href: '/lacak', label: 'Cek perkembangan' }
  const full = only(pageOf('message', { ...message, next, reference: 'r-17' }), 'main')
  assert.deepEqual(linksIn(full), ['/lacak'])
  assert.ok(textOf(full).includes(t('failed.request', { id: 'r-17' })))
})

test('FACE-20 good news, news and trouble look different', () => {
  const looks = (['done', 'note', 'problem'] as const).map((kind) => {
    const page = pageOf('message', { ...message, kind })
    return find(page, 'section').map((part) => valueOf(part, 'class'))
  })
  assert.deepEqual(looks, [['message message--done'], ['message message--note'], ['message message--problem']])
})

test('FACE-21 the receipt shows number and secret to be written down, and the code that opens the case', () => {
  const page = pageOf('receipt', aReceipt())
  assert.deepEqual(find(only(page, 'dl', { class: 'receipt__codes' }), 'dd').map(textOf), [
    '3404-26-000123',
    'k7mw p3qx',
  ])
  const code = only(page, 'svg', { class: 'qr' })
  assert.equal(textOf(only(code, 'title')), t('public.receipt.qr', { number: '3404-26-000123' }))
  assert.equal(valueOf(only(code, 'path'), 'd'), 'M0 0h1v1h-1zM1 1h1v1h-1z')
})

test('FACE-21 it can be sent to oneself, opened and closed; printing waits for a script', () => {
  const page = pageOf('receipt', aReceipt())
  assert.deepEqual(linksIn(only(page, 'main')), ['https://wa.me/?text=3404-26-000123', '/lacak/kasus'])
  const print = find(page, 'button').find((button) => valueOf(button, 'data-print') !== null)
  assert.notEqual(print && valueOf(print, 'hidden'), null, 'hidden until a script shows it')
  assert.equal(find(page, 'form', { action: '/lacak/tutup' }).length, 1)
})

test('FACE-21 the office is named, and its phone only where it has one', () => {
  const lead = (officePhone: string) =>
    textOf(only(pageOf('receipt', aReceipt({ officePhone })), 'p', { class: 'public__lead' }))
  const office = t('public.receipt.office', { office: 'Puskesos Caturtunggal' })
  assert.equal(lead('0274 512345'), `${office} ${t('public.receipt.phone', { phone: '0274 512345' })}`)
  assert.equal(lead('').trim(), office)
})

const emptyTrack = { number: '', secret: '', key: '', kept: '' }
const aDoor = { shell, form: emptyTrack, problems: [], refusal: null, expired: false } as const

test('FACE-22 the door takes number and secret by post, and a key that only a script fills', () => {
  const form = find(pageOf('track', aDoor), 'form').find((one) => valueOf(one, 'data-track') !== null) ?? assert.fail()
  assert.deepEqual([valueOf(form, 'method'), valueOf(form, 'action')], ['post', '/lacak'])
  assert.deepEqual(trackForm.parse(sentBy(form)), emptyTrack)
  assert.equal(valueOf(only(form, 'input', { name: 'key' }), 'type'), 'hidden')
})

test('FACE-22 what comes back is the number and what is kept, never the secret or the key', () => {
  const form = { number: '3404-26-000123', secret: 'k7mw p3qx', key: 'lang', kept: '{"act":"dispute"}' }
  const page = pageOf('track', { ...aDoor, form, refusal: 'Tidak cocok.' })
  const sent = sentBy(find(page, 'form').find((one) => valueOf(one, 'data-track') !== null) ?? assert.fail())
  assert.deepEqual(sent, { ...form, secret: '', key: '' })
})

test('FACE-22 neither is filled in, spelled or capitalised by a browser', () => {
  for (const name of ['number', 'secret']) {
    const field = only(pageOf('track', aDoor), 'input', { name })
    const off = Object.fromEntries([...field.attributes].map(([key, value]) => [key.toLowerCase(), value]))
    assert.deepEqual([off['autocomplete'], off['autocapitalize'], off['spellcheck']], ['off', 'off', 'false'], name)
  }
})

test('FACE-22 who was away too long is told so, and that their words are kept only when there are some', () => {
  const said = (kept: string) => {
    const page = pageOf('track', { ...aDoor, expired: true, form: { ...emptyTrack, kept } })
    return find(page, '*', { 'data-focus': '' }).map(textOf).join()
  }
  assert.ok(said('').includes(t('public.track.expired')) && !said('').includes(t('public.track.kept')))
  assert.ok(said('{}').includes(t('public.track.kept')))
  assert.equal(find(pageOf('track', aDoor), '*', { 'data-focus': '' }).length, 0)
})

test('FACE-22 what is missing is said at its field and in the title', () => {
  const problems = [{ field: 'secret', text: 'public.act.words.missing' } as const]
  const page = pageOf('track', { ...aDoor, problems })
  assert.ok(saidOf(page, only(page, 'input', { name: 'secret' })).includes(t('public.act.words.missing')))
  assert.ok(!saidOf(page, only(page, 'input', { name: 'number' })).includes(t('public.act.words.missing')))
  assert.ok(textOf(only(page, 'title')).startsWith(t('public.report.problems.title')))
})

const offices = (places: readonly ReturnType<typeof aPlace>[], more = false): Part =>
  pageOf('offices', { shell, search: 'Caturtunggal', found: { places, more } })

test('FACE-23 the name of a village is nobody’s secret: it is asked by an address that can be kept', () => {
  const form = only(pageOf('offices', { shell, search: 'Depok & Mlati', found: null }), 'form')
  assert.deepEqual([valueOf(form, 'method'), valueOf(form, 'action')], ['get', '/puskesos'])
  assert.deepEqual(sentBy(form), { cari: 'Depok & Mlati' })
})

test('FACE-23 an office is told with address, hours and a phone number that can be pressed', () => {
  const page = offices([aPlace()])
  assert.equal(textOf(only(page, 'h3')), 'Puskesos Caturtunggal')
  assert.deepEqual(find(only(page, 'dl'), 'dd').map(textOf), [
    'Jl. Kaliurang KM 6',
    '0274 512345',
    'Buka sekarang, sampai 15.00',
    t('public.offices.hours.text', { hours: 'Senin–Jumat 08.00–15.00' }),
  ])
  assert.deepEqual(linksIn(only(page, 'dl')), ['tel:0274512345'])
})

test('FACE-23 a number keeps its plus and loses everything that no phone dials', () => {
  const call = (phone: string) => {
    const office = { ...(aPlace().office ?? assert.fail()), phone }
    return linksIn(only(offices([aPlace({ office })]), 'dl'))
  }
  assert.deepEqual(call('+62 (274) 868-405'), ['tel:+62274868405'])
  assert.deepEqual(call(''), [])
})

test('FACE-23 what nobody wrote down is said to be unknown, not left blank', () => {
  const office = { ...(aPlace().office ?? assert.fail()), address: '', phone: '' }
  const facts = find(only(offices([aPlace({ office })]), 'dl'), 'dd').map(textOf)
  assert.deepEqual(facts.slice(0, 2), [t('public.offices.unknown'), t('public.offices.unknown')])
})

test('FACE-23 an office of the level above is said to be one, and a village without any says what to do', () => {
  const above = { ...(aPlace().office ?? assert.fail()), above: true }
  assert.ok(textOf(offices([aPlace({ office: above })])).includes(t('public.offices.above')))
  assert.ok(!textOf(offices([aPlace()])).includes(t('public.offices.above')))
  const none = textOf(offices([aPlace({ office: null })]))
  assert.ok(none.includes(t('public.report.receives.none')) && none.includes(t('public.report.no-office.do')))
})

test('FACE-23 several villages of one name stand one below the other, and it is said when there are more', () => {
  const many = offices([aPlace(), aPlace({ code: '32.04.05.2001', within: 'Cileunyi, Kabupaten Bandung' })], true)
  assert.equal(find(only(many, 'ul', { class: 'places' }), 'li').length, 2)
  assert.ok(textOf(many).includes(t('public.report.places.many')))
  assert.ok(!textOf(offices([aPlace()])).includes(t('public.report.places.many')))
})

test('FACE-23 a name that no village has is said, and before a search nothing is', () => {
  const none = t('public.report.places.none', { name: 'Caturtunggal' })
  assert.ok(textOf(offices([])).includes(none))
  assert.ok(!textOf(pageOf('offices', { shell, search: '', found: null })).includes(t('public.offices.results')))
})
