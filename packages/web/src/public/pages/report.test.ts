import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReportForm } from '@openslrt/core/contract/public-forms.ts'
import { reportForm, reportKinds, reportPress } from '@openslrt/core/contract/public-forms.ts'
import type { ReportWhoProps } from '@openslrt/core/contract/public-pages.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'
import { pageOf, saidOf, sentBy } from '../../testing/public-face.ts'
import { aPlace, aReport, aShell, choices, wrong } from '../../testing/public-pages.ts'

const t = sayIn('id')
const shell = aShell()
const form = aReport()
const { common, groups } = choices()
const found = { places: [aPlace(), aPlace({ code: '34.04.07.2002', name: 'Condongcatur' })], more: false }
const who = { categoryName: 'PBI-JKN tidak aktif', place: aPlace(), refusal: null }

/** The three steps, with this form in them. */
const steps = (own: ReportForm, problems: ReturnType<typeof wrong> = []) => ({
  what: pageOf('reportWhat', { shell, form: own, problems, common, groups }),
  where: pageOf('reportWhere', { shell, form: own, problems, found, unserved: null }),
  who: pageOf('reportWho', { shell, form: own, problems, ...who }),
})

const field = (page: Part, name: string): Part =>
  find(page, '*', { name }).find(({ tag }) => tag !== 'button') ?? assert.fail(`no field ${name}`)

test('FACE-8 each step sends back the whole report: what it shows as it was typed, and the rest unseen', () => {
  for (const own of [form, aReport({ forWhom: 'self', contactVia: 'phone', kind: 'layanan' })])
    for (const [step, page] of Object.entries(steps(own))) {
      const { step: at, ...sent } = sentBy(only(page, 'form', { id: 'lapor' }))
      assert.equal(at, step)
      // A box that is not ticked sends nothing; the server reads that as empty.
      assert.deepEqual(reportForm.parse(sent), own, step)
      assert.equal(reportPress.parse({ step }).go, 'next')
    }
})

test('FACE-8 an empty report sends nothing that nobody chose', () => {
  const empty = reportForm.parse({ command: form.command, case: form.case, startedAt: form.startedAt, kind: 'layanan' })
  for (const page of Object.values(steps(empty))) {
    const { step: _step, ...sent } = sentBy(only(page, 'form', { id: 'lapor' }))
    assert.deepEqual(reportForm.parse(sent), empty)
  }
})

test('FACE-8 the wish to have no name is kept ticked', () => {
  const { who: page } = steps(aReport({ anonymous: 'yes' }))
  assert.equal(sentBy(only(page, 'form', { id: 'lapor' }))['anonymous'], 'yes')
  assert.equal(sentBy(only(steps(form).who, 'form', { id: 'lapor' }))['anonymous'], undefined)
})

test('FACE-8 words keep their lines, also when they begin with an empty one', () => {
  const story = '\nsejak Februari\n\nditolak'
  const { what } = steps(aReport({ story }))
  assert.equal(sentBy(only(what, 'form', { id: 'lapor' }))['story'], story)
})

test('FACE-9 a report is posted, never put into an address, and checked by the server alone', () => {
  for (const page of Object.values(steps(form))) {
    const sending = only(page, 'form', { id: 'lapor' })
    assert.deepEqual([valueOf(sending, 'method'), valueOf(sending, 'action')], ['post', '/lapor'])
    assert.notEqual(valueOf(sending, 'noValidate') ?? valueOf(sending, 'novalidate'), null)
  }
})

test('FACE-9 the first button of each step is what the Enter key should press', () => {
  const pressed = Object.entries(steps(form)).map(([step, page]) => {
    const [first] = find(only(page, 'form', { id: 'lapor' }), 'button', { type: 'submit' })
    return [step, first && valueOf(first, 'value')]
  })
  assert.deepEqual(pressed, [
    ['what', 'next'],
    ['where', 'search'],
    ['who', 'next'],
  ])
})

test('FACE-9 there is a way back from every step but the first', () => {
  const { what, where, who: last } = steps(form)
  assert.deepEqual(
    [what, where, last].map((page) => find(page, 'button', { name: 'go', value: 'back' }).length),
    [0, 1, 1],
  )
})

test('FACE-9 each step says which it is of how many, and what kind of report this is', () => {
  const kinds = { pengaduan: 'complaint', layanan: 'service', pertanyaan: 'question' } as const
  for (const kind of reportKinds) {
    const pages = Object.values(steps(aReport({ kind })))
    pages.forEach((page, at) => {
      assert.equal(textOf(only(page, 'p', { class: 'public__eyebrow' })), t(`public.report.${kinds[kind]}`))
      assert.equal(
        textOf(only(page, 'p', { class: 'steps__text' })),
        t('public.report.step', { at: at + 1, of: pages.length }),
      )
      const bar = only(page, 'div', { class: 'steps__bar' })
      assert.equal(find(bar, 'span', { 'data-done': 'true' }).length, at + 1)
    })
  }
})

const shownIn = {
  what: ['category', 'otherCategory', 'summary', 'story'],
  where: ['search', 'village', 'address'],
  who: ['forWhom', 'name', 'person', 'relation', 'nik', 'phone', 'contactVia'],
} as const

test('FACE-10 what is wrong stands above the form, in the order of the fields, each leading to its field', () => {
  for (const step of ['what', 'where', 'who'] as const) {
    const names = shownIn[step]
    const page = steps(form, wrong(...names))[step]
    const summary = find(page, '*', { 'data-focus': '' })[0] ?? assert.fail('no summary')
    const links = find(summary, 'a')
    assert.deepEqual(
      links.map((link) => valueOf(link, 'href')),
      names.map((name) => `#isian-${name}`),
    )
    for (const link of links) {
      const id = (valueOf(link, 'href') ?? '').slice(1)
      assert.ok(['input', 'select', 'textarea'].includes(only(page, '*', { id }).tag), `${id} takes the keyboard`)
    }
  }
})

test('FACE-10 and it stands beside the field, heard with it, while the others are not blamed', () => {
  for (const step of ['what', 'where', 'who'] as const)
    for (const name of shownIn[step]) {
      const page = steps(form, wrong(name))[step]
      assert.match(saidOf(page, field(page, name)), new RegExp(t('public.report.missing.summary')), name)
      const blamed = find(page, '*', { 'aria-invalid': 'true' })
      const isOwn = (part: Part) => valueOf(part, 'name') === name || find(part, 'input', { name }).length > 0
      assert.deepEqual(blamed.map(isOwn), [true], `${step} ${name}`)
    }
})

test('FACE-10 the title says that something is to be done, and says nothing of it when all is well', () => {
  const titleOf = (page: Part): string => textOf(only(only(page, 'head'), 'title'))
  assert.ok(titleOf(steps(form, wrong('summary')).what).startsWith(`${t('public.report.problems.title')}: `))
  assert.equal(titleOf(steps(form).what), `${t('public.report.step.what')} – OpenSLRT`)
  assert.equal(find(steps(form).what, '*', { 'data-focus': '' }).length, 0)
})

test('FACE-11 the usual categories stand open, all others fold into a list by their field of work', () => {
  const { what } = steps(aReport({ category: 'lain' }))
  assert.deepEqual(
    find(what, 'input', { name: 'category' }).map((radio) => [
      valueOf(radio, 'value'),
      valueOf(radio, 'checked') !== null,
    ]),
    [
      ['pbi-inactive', false],
      ['lain', true],
    ],
  )
  const list = only(what, 'select', { name: 'otherCategory' })
  assert.deepEqual(
    find(list, 'optgroup').map((group) => [
      valueOf(group, 'label'),
      find(group, 'option').map((one) => valueOf(one, 'value')),
    ]),
    [['Pendidikan', ['pip']]],
  )
})

test('FACE-12 each village says where it lies and who will read the report', () => {
  const office = { ...(aPlace().office ?? assert.fail()), above: true }
  const places = [aPlace(), aPlace({ code: '34.04.07.2002', office }), aPlace({ code: '34.04.07.2003', office: null })]
  const page = pageOf('reportWhere', { shell, form, problems: [], found: { places, more: true }, unserved: null })
  const said = find(page, 'input', { name: 'village' }).map((radio) => saidOf(page, radio))
  assert.deepEqual(said, [
    `Depok, Kabupaten Sleman\n${t('public.report.receives', { office: 'Puskesos Caturtunggal' })}`,
    `Depok, Kabupaten Sleman\n${t('public.report.receives.above', { office: 'Puskesos Caturtunggal' })}`,
    `Depok, Kabupaten Sleman\n${t('public.report.receives.none')}`,
  ])
  assert.ok(textOf(page).includes(t('public.report.places.many')))
})

test('FACE-12 a name that no village has is said with the name, and a place that nobody serves with what to do', () => {
  const none = { places: [], more: false }
  const own = aReport({ search: '  Xyzabc ' })
  const page = pageOf('reportWhere', {
    shell,
    form: own,
    problems: [],
    found: none,
    unserved: 'Bakongan, Aceh Selatan',
  })
  const words = textOf(page)
  assert.ok(words.includes(t('public.report.places.none', { name: 'Xyzabc' })))
  assert.ok(words.includes(t('public.report.no-office', { place: 'Bakongan, Aceh Selatan' })))
  assert.ok(words.includes(t('public.report.no-office.do')))
  assert.equal(find(page, 'input', { name: 'village', type: 'radio' }).length, 0)
})

test('FACE-12 before anything was searched nothing is said of results', () => {
  const page = pageOf('reportWhere', {
    shell,
    form: aReport({ search: '' }),
    problems: [],
    found: null,
    unserved: null,
  })
  assert.ok(!textOf(page).includes(t('public.report.places.none', { name: '' }).slice(0, 20)))
  assert.equal(find(page, 'input', { type: 'radio' }).length, 0)
})

const lastStep = (own: Partial<ReportWhoProps> = {}) =>
  pageOf('reportWho', { shell, form, problems: [], ...who, ...own })

test('FACE-13 before it is sent, a report is read once more: what, where, and which office will read it', () => {
  const page = lastStep()
  const facts = find(page, 'dl').flatMap((list) => find(list, 'dd').map(textOf))
  assert.deepEqual(facts, [
    'PBI-JKN tidak aktif',
    'BPJS saya tidak aktif',
    'Caturtunggal, Depok, Kabupaten Sleman',
    'Puskesos Caturtunggal',
  ])
  assert.equal(textOf(find(page, 'button', { value: 'next' }).at(-1) ?? assert.fail()), t('public.report.send'))
})

test('FACE-13 a refusal stands above the form, with the receipt where there is one', () => {
  const text = 'Laporan ini sudah pernah dikirim.'
  const withOne = lastStep({ refusal: { text, receipt: true } })
  assert.ok(textOf(withOne).includes(text))
  assert.equal(find(withOne, 'a', { href: '/lapor/tanda-terima' }).length, 1)
  const without = lastStep({ refusal: { text, receipt: false } })
  assert.equal(find(without, 'a', { href: '/lapor/tanda-terima' }).length, 0)
})

test('FACE-13 nobody is offered to report as an officer, or to be reached in no way by mistake', () => {
  const relations = find(only(lastStep(), 'select', { name: 'relation' }), 'option').map((one) => valueOf(one, 'value'))
  assert.deepEqual(relations, ['', 'family', 'neighbour', 'rt-rw', 'volunteer', 'other'])
  const ways = find(lastStep(), 'input', { name: 'contactVia' }).map((one) => valueOf(one, 'value'))
  assert.deepEqual(ways, ['whatsapp', 'phone', 'sms', 'visit', 'none'])
})

test('FACE-13 phones bring up the right keys, and browsers fill in only what is the reporter’s own', () => {
  const page = lastStep()
  const hints = ['name', 'phone', 'nik', 'person'].map((name) => {
    const own = field(page, name)
    return [
      name,
      valueOf(own, 'type'),
      valueOf(own, 'inputMode') ?? valueOf(own, 'inputmode'),
      valueOf(own, 'autoComplete') ?? valueOf(own, 'autocomplete'),
    ]
  })
  assert.deepEqual(hints, [
    ['name', 'text', null, 'name'],
    ['phone', 'tel', null, 'tel'],
    ['nik', 'text', 'numeric', 'off'],
    ['person', 'text', null, 'off'],
  ])
})
