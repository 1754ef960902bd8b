import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type NoticeLine, noticeLine, noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { noticeWayRoutes, outWays, type WayLine } from '@openslrt/core/contract/notice-ways.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { staffWords } from '@openslrt/core/notice/staff-words.ts'
import { needNth } from '@openslrt/core/testing/a-need.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, valueOf } from '../../testing/html.ts'

const { Screen: Notices } = await import('./notices-screen.tsx')
const { Screen: Ways } = await import('./ways-screen.tsx')

const t = sayIn('id')
const now = Date.now()
const aNotice = (own: Partial<NoticeLine> = {}): NoticeLine => ({
  ...noticeLine.parse({
    id: '0192f000-0000-7000-8000-0000000000d1',
    district: '34.04',
    case: ids.case(1),
    number: '3404-26-000123',
    what: 'handed',
    officeName: 'Dinas Sosial',
    until: null,
    step: null,
    act: null,
    at: now,
    read: false,
  }),
  ...own,
})
const noticesOf = (items: readonly NoticeLine[], unread: number, search = ''): Part => {
  const show = search.includes('semua') ? ('all' as const) : ('unread' as const)
  const reply = { items: [...items], total: items.length, page: 1, size: 20, unread }
  const answer = answered(noticeRoutes.list, { show, page: 1 }, reply)
  return drawDesk(made(Notices, {}), [answer], sari(), `/kabar${search}`)
}
const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)

test('NOTICE-2 every piece of news is a sentence without holes, and leads to its case', () => {
  for (const what of staffWords) {
    const page = noticesOf([aNotice({ what, until: now, act: 'confirm', step: 'accepted' })], 1)
    const link = only(only(page, 'li', { class: 'notice notice--new' }), 'a')
    assert.equal(valueOf(link, 'href'), `/kasus/34.04/${ids.case(1)}`, what)
    assert.doesNotMatch(textOf(link), /[{}]|notice\.|: *$/, what)
    const heard = `${textOf(link)}. ${t('notice.open', { number: '3404-26-000123' })}`
    assert.equal(valueOf(link, 'aria-label'), heard, what)
  }
})

test('NEED-11 news of an application leads to the list that holds it, and says so', () => {
  const about = { kind: 'application', id: needNth(2) } as const
  const page = noticesOf([aNotice({ what: 'application-asked', case: null, number: '', about, until: now })], 1)
  const link = only(only(page, 'li', { class: 'notice notice--new' }), 'a')
  assert.equal(valueOf(link, 'href'), '/permohonan?lihat=to-decide')
  assert.ok(valueOf(link, 'aria-label')?.endsWith(t('notice.open.application')))
})

test('NOTICE-2 PROPOSAL-26 news of a meeting or a proposal leads there, and says so to whoever listens', () => {
  const id = 'd0000000-0000-4000-8000-000000000001'
  const about = { case: null, number: '' }
  const linkOf = (own: object) => {
    const page = noticesOf([aNotice({ ...about, ...own })], 1)
    const link = only(only(page, 'li', { class: 'notice notice--new' }), 'a')
    return [valueOf(link, 'href'), valueOf(link, 'aria-label')]
  }
  const returned = t('notice.said.proposal-returned')
  assert.deepEqual(linkOf({ about: { kind: 'proposal', id }, what: 'proposal-returned' }), [
    `/usulan/34.04/${id}`,
    `${returned}. ${t('notice.open.proposal')}`,
  ])
  assert.equal(linkOf({ about: { kind: 'meeting', id }, what: 'meeting-cancelled' })[0], `/rapat/34.04/${id}`)
})

test('NOTICE-9 news that was not read is marked by a word, and can be read; what was read can be unread again', () => {
  const fresh = noticesOf([aNotice()], 1)
  assert.ok(textOf(only(fresh, 'li', { class: 'notice notice--new' })).includes(t('notice.new')))
  assert.deepEqual(buttons(fresh), [t('notice.read.all'), t('notice.read')])
  const old = noticesOf([aNotice({ read: true })], 0, '?tab=semua')
  assert.ok(!textOf(only(old, 'li', { class: 'notice' })).includes(t('notice.new')))
  assert.deepEqual(buttons(old), [t('notice.unread.again')])
})

test('NOTICE-9 each view has its address, its count and words of its own for nothing', () => {
  const tabs = (page: Part) =>
    find(only(page, 'nav', { class: 'filter-tabs' }), 'a').map((tab) => [textOf(tab), valueOf(tab, 'href')])
  assert.deepEqual(tabs(noticesOf([aNotice()], 4)), [
    [`${t('notice.unread')} 4`, '/kabar'],
    [t('notice.all'), '/kabar?tab=semua'],
  ])
  assert.ok(textOf(noticesOf([], 0)).includes(t('notice.empty.unread.title')))
  assert.ok(textOf(noticesOf([], 0, '?tab=semua')).includes(t('notice.empty.all.title')))
})

const aWay = (own: Partial<WayLine> = {}): WayLine => ({
  way: 'sms',
  open: true,
  failingSince: null,
  why: null,
  held: false,
  nextTry: null,
  workedAt: null,
  waiting: 0,
  oldest: null,
  refused: 0,
  ...own,
})
const waysOf = (items: readonly WayLine[], toTell = 0): Part =>
  drawDesk(made(Ways, {}), [answered(noticeWayRoutes.ways, null, { items: [...items], toTell })])
const factsOf = (own: Partial<WayLine>): readonly string[] =>
  find(only(waysOf([aWay(own)]), 'li', { class: 'way' }), 'p').map(textOf)

test('NOTICE-11 each way out has its name and says whether it works, stands, or was never set up', () => {
  const looks = [
    [{}, 'ways.works', 'success'],
    [{ open: false }, 'ways.shut', 'neutral'],
    [{ failingSince: now, why: 'token' }, 'ways.broken', 'danger'],
    [{ open: false, failingSince: now }, 'ways.broken', 'danger'],
    [{ failingSince: now, held: true, why: 'restored' }, 'ways.held', 'warning'],
  ] as const
  for (const way of outWays)
    for (const [own, word, colour] of looks) {
      const line = only(waysOf([aWay({ way, ...own })]), 'li', { class: 'way' })
      assert.equal(textOf(only(line, 'h2')), t(`ways.name.${way}`))
      assert.equal(textOf(only(line, 'span', { 'data-color': colour })), t(word), `${way} ${word}`)
    }
})

test('NOTICE-11 only what stands can be knocked at by hand, and it says since when, why and when it is tried again', () => {
  assert.deepEqual(buttons(waysOf([aWay(), aWay({ way: 'email', open: false })])), [])
  const broken = { failingSince: now - 60_000, why: 'Token kedaluwarsa', nextTry: now, waiting: 5, oldest: now }
  assert.deepEqual(buttons(waysOf([aWay(broken)])), [t('ways.try')])
  const [since, next, waiting, oldest, ...more] = factsOf(broken)
  assert.ok(since?.endsWith('Token kedaluwarsa'))
  assert.ok(next?.startsWith(t('ways.next', { when: '' }).trim()))
  assert.equal(waiting, t('ways.waiting', { count: 5 }))
  assert.ok(oldest?.startsWith(t('ways.oldest', { when: '' }).trim()))
  assert.deepEqual(more, [])
})

test('BACKUP-9 what a restore held says why, and goes on with or without what waited', () => {
  const held = { failingSince: now, held: true, why: 'restored', waiting: 2 }
  assert.deepEqual(buttons(waysOf([aWay(held)])), [t('ways.release'), t('ways.release.drop')])
  assert.deepEqual(buttons(waysOf([aWay({ ...held, waiting: 0 })])), [t('ways.release')])
  const [why, waiting] = factsOf(held)
  assert.ok(why?.startsWith('Data dipulihkan dari cadangan'))
  assert.equal(waiting, t('ways.waiting', { count: 2 }))
})

test('NOTICE-11 what there is nothing to say of is left out', () => {
  const cases: readonly (readonly [Partial<WayLine>, readonly string[]])[] = [
    [{}, [t('ways.none-waiting')]],
    [{ open: false }, []],
    [{ open: false, waiting: 2 }, [t('ways.waiting', { count: 2 })]],
    [{ refused: 3 }, [t('ways.none-waiting'), t('ways.refused', { count: 3 })]],
  ]
  for (const [own, facts] of cases) assert.deepEqual(factsOf(own), facts)
})

test('NOTICE-13 how many citizens wait to be told by people stands below, when there are any', () => {
  assert.ok(textOf(waysOf([], 12)).includes(t('ways.to-tell', { count: 12 })))
  assert.ok(!textOf(waysOf([], 0)).includes(t('ways.to-tell', { count: 0 })))
})
