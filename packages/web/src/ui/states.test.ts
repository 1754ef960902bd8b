import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createElement, Fragment, type ReactNode } from 'react'
import { draw, made } from '../testing/draw.ts'
import { find, only, type Part, textOf, valueOf } from '../testing/html.ts'
import type { Tone } from './status-tag.tsx'

const { ClockBar } = await import('./clock-bar.tsx')
const { EmptyState } = await import('./empty-state.tsx')
const { ErrorState } = await import('./error-state.tsx')
const { FieldRow, FieldRows, Panel } = await import('./field-row.tsx')
const { FilterTabs } = await import('./filter-tabs.tsx')
const { Loading } = await import('./loading.tsx')
const { Pager } = await import('./pager.tsx')
const { Qr } = await import('./qr.tsx')
const { StatusTag } = await import('./status-tag.tsx')
const { Timeline } = await import('./timeline.tsx')

test('STATE-1 an empty page says what it is, why that may be, and where to go', () => {
  const page = draw(made(EmptyState, { title: 'Tidak ada', text: 'Semua selesai.', action: 'Lihat semua' }))
  assert.equal(textOf(only(page, 'h2')), 'Tidak ada')
  assert.equal(textOf(page), 'Tidak adaSemua selesai.Lihat semua')
  assert.equal(find(page, '*', { role: 'alert' }).length, 0, 'nothing is nothing to be alarmed about')
  assert.equal(find(draw(made(EmptyState, { title: 'Tidak ada' })), 'p').length, 0)
})

test('STATE-1 where nothing else heads the page, it does', () => {
  for (const State of [EmptyState, ErrorState])
    assert.equal(find(draw(made(State, { title: 'Judul', text: 'Isi', level: 1 })), 'h1').length, 1)
})

test('STATE-2 what went wrong is heard at once, with the number to quote where there is one', () => {
  const page = draw(made(ErrorState, { title: 'Gagal', text: 'Coba lagi.', reference: 'Nomor r-1' }))
  const alert = only(page, 'section', { role: 'alert' })
  assert.equal(textOf(alert), 'GagalCoba lagi.Nomor r-1')
  assert.equal(find(draw(made(ErrorState, { title: 'Gagal', text: 'x' })), 'span').length, 0)
})

test('STATE-3 what is coming is told to readers, and has the shape of what comes', () => {
  const page = draw(made(Loading, { label: 'Memuat', rows: 4 }))
  assert.equal(textOf(only(page, 'output')), 'Memuat')
  assert.equal(find(page, 'div', { 'aria-busy': 'true' }).length, 1)
  assert.equal(find(page, 'div').length, 1 + 4)
})

const clock = (used: number, limit: number, paused = false): Part =>
  draw(made(ClockBar, { label: 'Di kantor ini', used, limit, text: `${used} dari ${limit} hari`, paused }))

test('CLOCKBAR-4 readers get the clock as words and a measure; the cells are for the eye', () => {
  const bar = clock(1, 3)
  const meter = only(bar, 'meter')
  assert.deepEqual(
    ['aria-label', 'aria-valuetext', 'max', 'value'].map((key) => valueOf(meter, key)),
    ['Di kantor ini', '1 dari 3 hari', '3', '1'],
  )
  const cells = only(bar, 'span', { class: 'clock-bar__cells' })
  assert.equal(valueOf(cells, 'aria-hidden'), 'true')
  assert.deepEqual(
    find(cells, 'span').map((cell) => valueOf(cell, 'data-filled')),
    ['true', null, null],
  )
})

test('CLOCKBAR-4 a clock that stands looks like one, however much of it is used', () => {
  const look = (part: Part) => find(part, 'div').map((one) => valueOf(one, 'class'))[0]
  assert.equal(look(clock(1, 3)), 'clock-bar clock-bar--fine')
  assert.equal(look(clock(5, 3)), 'clock-bar clock-bar--over')
  assert.equal(look(clock(5, 3, true)), 'clock-bar clock-bar--paused')
})

test('STATUS-1 every tone has a shape of its own beside its colour and its word', () => {
  const tones: readonly Tone[] = ['new', 'active', 'waiting', 'attention', 'urgent', 'done', 'stopped']
  const shapes = tones.map((tone) => {
    const tag = draw(made(StatusTag, { tone, label: tone }))
    assert.equal(textOf(tag), tone)
    return valueOf(only(tag, 'path'), 'd')
  })
  assert.equal(new Set(shapes).size, tones.length)
})

test('FIELDS-1 facts stand with their names, what they rest on below them', () => {
  const row = (label: string, value: ReactNode, hint?: string) => made(FieldRow, { label, hint, children: value })
  const list = draw(
    made(FieldRows, { children: createElement(Fragment, null, row('NIK', '3404…', 'disamarkan'), row('KK', '3404…')) }),
  )
  assert.deepEqual(find(only(list, 'dl'), 'dt').map(textOf), ['NIK', 'KK'])
  assert.deepEqual(find(list, 'dd').map(textOf), ['3404…disamarkan', '3404…'])
  assert.equal(find(list, 'span').length, 1)
})

test('FIELDS-1 a panel without a heading has no empty head', () => {
  assert.equal(find(draw(made(Panel, { children: 'isi' })), 'div').length, 0)
  const headed = draw(made(Panel, { title: 'Warga', action: 'Tampilkan', children: 'isi' }))
  assert.equal(textOf(only(headed, 'h2')), 'Warga')
})

test('TABS-1 ready-made views are links; the chosen one is marked, and a count is told even when it is none', () => {
  const tab = (key: string, current: boolean, count?: number) => ({ key, label: key, href: `/${key}`, current, count })
  const tabs = [tab('kantor', true, 12), tab('saya', false, 0), tab('semua', false)]
  const links = find(
    only(draw(made(FilterTabs, { label: 'Tampilan', tabs })), 'nav', { 'aria-label': 'Tampilan' }),
    'a',
  )
  assert.deepEqual(
    links.map((link) => [valueOf(link, 'href'), valueOf(link, 'aria-current'), textOf(link)]),
    [
      ['/kantor', 'true', 'kantor 12'],
      ['/saya', null, 'saya 0'],
      ['/semua', null, 'semua'],
    ],
  )
})

const pager = (page: number, pageCount: number): Part =>
  draw(
    made(Pager, {
      label: 'Halaman',
      text: '1–25 dari 112',
      page,
      pageCount,
      hrefOf: (to) => `/antrean?halaman=${to}`,
    }),
  )

test('PAGER-1 each page has its own address, and there is none before the first or after the last', () => {
  const addresses = (at: number) => find(pager(at, 3), 'a').map((link) => valueOf(link, 'href'))
  for (const at of [1, 2, 3]) {
    const found = new Set(addresses(at))
    assert.deepEqual([...found].toSorted(), ['/antrean?halaman=1', '/antrean?halaman=2', '/antrean?halaman=3'], `${at}`)
  }
})

test('PAGER-1 the page that is shown is marked, and which part of the list it is stands beside it', () => {
  const current = find(pager(2, 3), '*', { 'aria-current': 'true' }).concat(
    find(pager(2, 3), '*', { 'aria-current': 'page' }),
  )
  assert.deepEqual(current.map(textOf), ['2'])
  assert.ok(textOf(pager(2, 3)).startsWith('1–25 dari 112'))
})

test('PAGER-2 one page needs no others', () => {
  assert.equal(find(pager(1, 1), 'a').length, 0)
  assert.equal(find(pager(1, 1), 'nav').length, 0)
})

test('QR-3 a code has white around it on which readers rely, and a name for those who cannot see it', () => {
  const svg = only(draw(made(Qr, { modules: [[true]], label: 'Kode kasus', size: 180 })), 'svg')
  assert.deepEqual(
    ['viewBox', 'width', 'role'].map((key) => valueOf(svg, key)),
    ['-4 -4 9 9', '180', 'img'],
  )
  assert.equal(textOf(only(svg, 'title')), 'Kode kasus')
  assert.deepEqual([valueOf(only(svg, 'rect'), 'width'), valueOf(only(svg, 'rect'), 'fill')], ['9', '#fff'])
})

test('WAY-1 a way says of each step whether it lies behind, is going on, or is to come', () => {
  const when = { text: 'kemarin 09.14', exact: 'Senin, 23 November 2026 09.14 WIB', iso: '2026-11-23T02:14:00.000Z' }
  const way = draw(
    made(Timeline, {
      label: 'Perjalanan',
      stateWords: { past: 'Sudah', current: 'Sekarang', coming: 'Nanti' },
      steps: [
        { id: '1', state: 'past', title: 'Didaftarkan', by: 'Sari', when, children: 'catatan' },
        { id: '2', state: 'current', title: 'Menunggu' },
        { id: '3', state: 'coming', title: 'Jawaban' },
      ],
    }),
  )
  const steps = find(only(way, 'ol', { 'aria-label': 'Perjalanan' }), 'li')
  assert.deepEqual(
    steps.map((step) => [valueOf(step, 'aria-current'), textOf(step)]),
    [
      [null, 'Sudah: Didaftarkankemarin 09.14Saricatatan'],
      ['step', 'Sekarang: Menunggu'],
      [null, 'Nanti: Jawaban'],
    ],
  )
  const time = only(way, 'time')
  assert.deepEqual(
    [valueOf(time, 'title'), valueOf(time, 'datetime') ?? valueOf(time, 'dateTime')],
    [when.exact, when.iso],
  )
})
