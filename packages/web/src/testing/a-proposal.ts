import assert from 'node:assert/strict'
import type { Permission } from '@openslrt/core/access/permission.ts'
import {
  type ProposalCard,
  type ProposalLine,
  proposalCard,
  proposalLine,
} from '@openslrt/core/contract/proposal-queries.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { codeLists } from '@openslrt/core/registry/code-lists.ts'
import { shippedCodes } from '@openslrt/core/registry/shipped-codes.ts'
import { monday } from '@openslrt/core/testing/a-policy.ts'
import { proposalIds } from '@openslrt/core/testing/a-proposal.ts'
import { answered } from './draw-desk.ts'
import { find, type Part, textOf, valueOf } from './html.ts'

// A correction of what a family's floor is made of, as the screens of proposals show it.

export const t = sayIn('id')
export const id = proposalIds.proposal(1)
export const district = '34.04'
export const makes: readonly Permission[] = ['registry.read', 'proposal.make']

export const aLine = (own: Partial<ProposalLine> = {}): ProposalLine => ({
  ...proposalLine.parse({
    id,
    district,
    version: 1,
    kind: 'correction',
    status: 'drafted',
    place: '34.04.07.2001',
    placeName: 'Caturtunggal',
    name: 'S*** A***',
    month: '2026-11',
    capturedAt: monday,
    flagged: false,
    backing: null,
    dueAt: null,
    late: false,
    acts: [],
  }),
  ...own,
})
export const aCard = (own: Partial<ProposalCard> = {}): ProposalCard => ({
  ...proposalCard.parse({
    ...aLine(),
    name: 'Siti Aminah',
    nik: '3404**********01',
    kk: null,
    person: null,
    family: null,
    case: null,
    programme: null,
    asked: [{ name: 'jenis_lantai_terluas', before: '3', after: '5' }],
    reason: 'data-differs',
    note: 'Lantai sekarang tanah.',
    photos: 0,
    spot: null,
    officeName: 'Puskesos Caturtunggal',
    drafterNames: ['Sari'],
    receivedAt: monday,
    capture: 'plausible',
    minutes: null,
    fileName: null,
    missing: [],
    why: null,
    words: null,
    batch: null,
    answeredOn: null,
    ticks: [],
    way: [
      { status: 'drafted', at: monday, byName: 'Sari' },
      { status: 'backed', at: null, byName: null },
    ],
  }),
  ...own,
})

export const names = answered(
  registryRoutes.choices,
  { district },
  {
    lists: tableOf(codeLists, (list) =>
      shippedCodes.filter((item) => item.list === list).map(({ code, names: both }) => ({ code, names: { ...both } })),
    ),
    local: [],
  },
)
export const floor = (code: string): string =>
  shippedCodes.find((item) => item.list === 'jenis_lantai' && item.code === code)?.names.id ?? assert.fail(code)

export const linksTo = (page: Part): readonly (string | null)[] => find(page, 'a').map((link) => valueOf(link, 'href'))
export const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
