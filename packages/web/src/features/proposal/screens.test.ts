import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type ProposalCard,
  type ProposalLine,
  proposalRoutes,
  proposalShows,
} from '@openslrt/core/contract/proposal-queries.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { proposalKinds } from '@openslrt/core/proposal/kinds.ts'
import { proposalStatuses } from '@openslrt/core/proposal/proposal.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { proposalIds } from '@openslrt/core/testing/a-proposal.ts'
import { aCard, aLine, buttons, district, floor, id, linksTo, makes, names, t } from '../../testing/a-proposal.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk, sari } from '../../testing/draw-desk.ts'
import { find, only, type Part, textOf, textsIn, valueOf } from '../../testing/html.ts'

const { Screen: List, askedBy } = await import('./proposals-screen.tsx')
const { Screen: One } = await import('./proposal-screen.tsx')
const { ValueField } = await import('./asked-part.tsx')

const listOf = (items: readonly ProposalLine[], search = '', rights = makes): Part => {
  const reply = {
    items: [...items],
    total: items.length,
    page: 1,
    size: 25,
    counts: tableOf(proposalShows, () => items.length),
  }
  return drawDesk(
    made(List, {}),
    [answered(proposalRoutes.list, askedBy(search), reply)],
    sari(rights),
    `/usulan${search}`,
  )
}
const cardOf = (own: Partial<ProposalCard> = {}, rights = makes): Part => {
  const answers = [answered(proposalRoutes.one, { district, id }, aCard(own)), names]
  return drawDesk(made(One, { params: { district, id } }), answers, sari(rights), `/usulan/${district}/${id}`)
}
test('PROPOSAL-24 an address says which list, kind, month and page; what it does not know is left out', () => {
  assert.deepEqual(askedBy(''), { show: 'all', page: 1 })
  assert.deepEqual(askedBy('?lihat=to-verify&jenis=death&bulan=2026-11&halaman=3'), {
    show: 'to-verify',
    kind: 'death',
    month: '2026-11',
    page: 3,
  })
  assert.deepEqual(askedBy('?lihat=gossip&jenis=x&bulan=2026-13&halaman=-1'), { show: 'all', page: 1 })
})

test('PROPOSAL-24 a line says kind, month, masked name, village and status in words, and leads to its card', () => {
  for (const kind of proposalKinds) {
    const page = listOf([aLine({ kind })])
    const said = textsIn(page).join(' ')
    for (const words of [t(`proposal-kind.${kind}`), 'S*** A***', 'Caturtunggal', 'November 2026'])
      assert.ok(said.includes(words), `${kind}: ${words}`)
    assert.ok(linksTo(page).includes(`/usulan/${district}/${id}`))
  }
  for (const status of proposalStatuses)
    assert.ok(textOf(listOf([aLine({ status })])).includes(t(`proposal-status.${status}`)), status)
})

test('PROPOSAL-24 what is late or odd says so in the list; an empty one says what will come', () => {
  assert.ok(textOf(listOf([aLine({ dueAt: monday, late: true })])).includes(t('proposal.late')))
  assert.ok(textOf(listOf([aLine({ flagged: true })])).includes(t('proposal.flagged')))
  assert.ok(textOf(listOf([])).includes(t('proposal.empty.title')))
  assert.ok(linksTo(listOf([])).includes('/usulkan'))
  assert.ok(!linksTo(listOf([], '', ['registry.read'])).includes('/usulkan'), 'whoever only reads makes none')
})

test('PROPOSAL-29 many are taken out, verified and approved from their lists, by who may, and all that are ready at once', () => {
  const ready = listOf([aLine({ status: 'approved', acts: ['export'] })], '?lihat=to-export')
  assert.ok(buttons(ready).includes(t('proposal.all-out', { count: 1 })))
  assert.ok(buttons(ready).includes(t('proposal.many.export', { count: 0 })))
  const verify = listOf([aLine({ status: 'backed', acts: ['verify'] })], '?lihat=to-verify')
  assert.ok(buttons(verify).includes(t('proposal.many.verify', { count: 0 })))
  const reader = listOf([aLine({ status: 'approved' })], '?lihat=to-export')
  assert.ok(buttons(reader).every((text) => !text.includes('Keluarkan')))
})

test('PROPOSAL-30 a card shows values by the names of their lists, as they were and as they are to be, also to whoever listens', () => {
  const page = cardOf()
  const change = only(page, 'span', { class: 'proposal__change' })
  assert.equal(textOf(only(change, 'del')), `${t('proposal.value.before')} ${floor('3')}`)
  assert.equal(textOf(only(change, 'ins')), `${t('proposal.value.after')} ${floor('5')}`)
  const fresh = cardOf({ asked: [{ name: 'jenis_lantai_terluas', before: null, after: '5' }] })
  assert.equal(find(fresh, 'del').length, 0)
  assert.ok(textOf(fresh).includes(floor('5')))
  assert.ok(!textOf(cardOf({ asked: [] })).includes(t('proposal.asked')))
})

test('PROPOSAL-18 a card says first why it came back, what it lacks and how long it has', () => {
  const banner = (own: Partial<ProposalCard>) =>
    find(cardOf(own), 'div', { class: 'proposal__banner' }).flatMap((part) => find(part, 'p').map(textOf))
  assert.deepEqual(banner({}), [])
  assert.deepEqual(banner({ missing: ['foto', 'lokasi'] }), [t('proposal.missing', { fields: 'Foto, Lokasi' })])
  assert.ok(banner({ status: 'returned', words: 'KK tidak terbaca.' })[0]?.includes('KK tidak terbaca.'))
  assert.deepEqual(banner({ dueAt: monday, late: true }), [t('proposal.late.long')])
  assert.match(banner({ dueAt: Date.now() + 3 * dayMs })[0] ?? '', /^Sanggahan harus diverifikasi dalam 14 hari: /)
  assert.match(banner({ flagged: true })[0] ?? '', /^HP mencatat .*Verifikator memilih/)
  assert.ok(banner({ status: 'accepted' }).includes(t('proposal.desil')))
})

test('PROPOSAL-24 a card offers what its reader may do, the next step loudest, and nothing else', () => {
  const acts = (own: ProposalCard['acts'], more: Partial<ProposalCard> = {}) => cardOf({ acts: own, ...more })
  assert.deepEqual(buttons(acts(['back', 'evidence', 'withdraw'])), [
    t('proposal-act.back'),
    t('proposal-act.evidence'),
    t('proposal-act.withdraw'),
  ])
  assert.deepEqual(buttons(acts([])), [])
  assert.ok(linksTo(acts(['back', 'change'])).includes(`/usulkan?ubah=${district}/${id}`))
  assert.ok(linksTo(acts(['back'])).includes(`/sptjm/${district}/${id}`))
  const out = acts(['tick', 'accept', 'reject'], { status: 'exported', batch: proposalIds.batch(1) })
  assert.deepEqual(buttons(out), [t('proposal-act.accept'), t('proposal-act.reject')])
  assert.ok(linksTo(out).includes(`/ketik/${district}/${id}`))
  assert.ok(linksTo(out).includes(`/kiriman/${district}/${proposalIds.batch(1)}`))
})

test('PROPOSAL-28 photos open one by one and the place is read with how sure it is; without either there is no part', () => {
  const spot = { lat: -7.78262, long: 110.38831, accuracy: 12 }
  const page = cardOf({ photos: 2, spot })
  const files = linksTo(page).filter((href) => href?.includes('of=photo'))
  assert.deepEqual(
    files.map((href) => new URLSearchParams(href?.split('?')[1]).get('nth')),
    ['0', '1'],
  )
  assert.ok(textOf(page).includes('-7.78262, 110.38831 (ketelitian 12 m)'))
  assert.ok(!textOf(cardOf()).includes(t('proposal.evidence.photos')))
})

test('PROPOSAL-15 what stands behind it is opened: the minutes of its meeting, or the scan of its statement', () => {
  assert.ok(
    linksTo(cardOf({ backing: 'minutes', minutes: proposalIds.minutes(1) })).includes(
      `/musyawarah/${district}/${proposalIds.minutes(1)}`,
    ),
  )
  const scan = linksTo(cardOf({ backing: 'sptjm', fileName: 'sptjm.pdf' })).find((href) =>
    href?.includes('of=proposal'),
  )
  assert.ok(scan?.startsWith('/api/proposals/file?'))
})

test('PROPOSAL-30 a value of a list is chosen, and one that the list no longer has stays to be seen; others are typed', () => {
  const field = { id: 'asked-x', label: 'Lantai', onChange: () => {} }
  const choices = [['5', 'Keramik']] as const
  const chosen = drawDesk(made(ValueField, { ...field, choices: [...choices], value: '5' }))
  assert.deepEqual(
    find(chosen, 'option').map((option) => valueOf(option, 'value')),
    ['', '5'],
  )
  const old = drawDesk(made(ValueField, { ...field, choices: [...choices], value: '99' }))
  assert.deepEqual(find(old, 'option').map(textOf), [t('act.choose'), '99', 'Keramik'])
  const typed = drawDesk(made(ValueField, { ...field, choices: [], value: 'RT 04' }))
  assert.equal(valueOf(only(typed, 'input'), 'value'), 'RT 04')
})
