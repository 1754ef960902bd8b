import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createElement } from 'react'
import { draw, made } from '../testing/draw.ts'
import { find, only, type Part, textOf, valueOf } from '../testing/html.ts'
import type { MenuItem } from './page-shell.tsx'

const { BarButton, mainId, PageHead, PageShell, ShellBanner } = await import('./page-shell.tsx')

const icon = () => createElement('svg')
const item = (href: string, own: Partial<MenuItem> = {}): MenuItem => ({
  href,
  label: href.slice(1),
  icon,
  current: false,
  ...own,
})
const shell = (menu: readonly MenuItem[], own: object = {}): Part =>
  draw(
    made(PageShell, {
      name: 'OpenSLRT',
      home: '/',
      skipText: 'Langsung ke isi',
      menuLabel: 'Menu utama',
      moreLabel: 'Lainnya',
      menu,
      children: createElement('p', null, 'isi'),
      ...own,
    }),
  )
const places = (count: number): readonly MenuItem[] => Array.from({ length: count }, (_, at) => item(`/menu${at}`))

test('SHELL-1 the first thing that the Tab key meets leads past the bar and the menu to the page', () => {
  const page = shell(places(2))
  const [first] = find(page, 'a')
  assert.equal(first && valueOf(first, 'href'), `#${mainId}`)
  const main = only(page, 'main')
  assert.deepEqual([valueOf(main, 'id'), valueOf(main, 'tabindex')], [mainId, '-1'])
  assert.equal(textOf(main), 'isi')
})

test('SHELL-2 the menu marks where one is, and how many wait; none is no number', () => {
  const page = shell([item('/antrean', { current: true, count: 12 }), item('/rujukan', { count: 0 }), item('/dasbor')])
  const links = find(only(page, 'nav', { 'aria-label': 'Menu utama' }), 'a')
  assert.deepEqual(
    links.map((link) => [valueOf(link, 'aria-current'), textOf(link)]),
    [
      ['page', 'antrean12'],
      [null, 'rujukan'],
      [null, 'dasbor'],
    ],
  )
})

test('SHELL-3 five entries fit a phone; of more, four do, and the rest is behind a door', () => {
  const five = shell(places(5))
  assert.equal(find(five, 'details').length, 0)
  assert.equal(find(five, 'li', { class: 'shell__menu-rest' }).length, 0)
  const six = shell(places(6))
  assert.equal(find(six, 'li', { class: 'shell__menu-rest' }).length, 2)
  const door = only(six, 'details')
  assert.equal(textOf(only(door, 'summary')), 'Lainnya')
  assert.deepEqual(
    find(door, 'a').map((link) => valueOf(link, 'href')),
    ['/menu4', '/menu5'],
  )
})

test('SHELL-3 who may open nothing has no menu', () => {
  assert.equal(find(shell([]), 'nav').length, 0)
})

test('SHELL-4 a banner stands above the bar, a page has one heading with what belongs to it around it', () => {
  const page = shell([], { banner: made(ShellBanner, { children: 'Data contoh' }) })
  const order = find(page, '*').map(({ tag }) => tag)
  assert.ok(order.indexOf('aside') < order.indexOf('header'))
  const head = draw(made(PageHead, { title: 'Antrean', back: 'Kembali', tags: 'Merah', action: 'Catat' }))
  assert.equal(textOf(only(head, 'h1')), 'Antrean')
  assert.equal(textOf(head), 'KembaliAntreanMerahCatat')
  const bare = draw(made(PageHead, { title: 'Antrean' }))
  assert.equal(find(bare, 'div').length, 1, 'no empty boxes')
})

test('SHELL-5 a button of the bar sends no form', () => {
  const button = only(draw(made(BarButton, { className: 'x', 'aria-haspopup': 'dialog', children: 'Menu' })), 'button')
  assert.deepEqual(
    ['type', 'class', 'aria-haspopup'].map((key) => valueOf(button, key)),
    ['button', 'shell__button x', 'dialog'],
  )
})
