import assert from 'node:assert/strict'
import type { Permission } from '@openslrt/core/access/permission.ts'
import { type PsksLine, psksLine, psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { answered } from './draw-desk.ts'
import { find, type Part, textOf, valueOf } from './html.ts'

// Sri Wahyuni, community social worker of Caturtunggal, as the screens of PSKS show her.

export const t = sayIn('id')
export const nth = (n: number): string => `e0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const key = { district: '34.04', id: nth(1) }
export const names = { id: 'Pekerja sosial masyarakat (PSM)', en: 'Community social worker (PSM)' }
export const line = (own: object = {}): PsksLine =>
  psksLine.parse({
    ...key,
    kindNames: names,
    name: 'Sri Wahyuni',
    placeName: 'Caturtunggal',
    serves: ['Caturtunggal'],
    status: 'verified',
    dueOn: '2027-01-05',
    due: false,
    ...own,
  })
export const choices = psksRoutes.choices.reply.parse({
  district: '34.04',
  place: '34.04.07.2001',
  kinds: [{ code: 'community-worker', names, number: 2, who: 'person', fields: [] }],
})
export const chosen = answered(psksRoutes.choices, null, choices)
export const reads: readonly Permission[] = ['registry.read', 'figures.read']
export const manages: readonly Permission[] = [...reads, 'psks.manage']
export const buttons = (page: Part): readonly string[] => find(page, 'button').map(textOf)
export const links = (page: Part): readonly (string | null)[] => find(page, 'a').map((one) => valueOf(one, 'href'))
export const includes = (page: Part, ...words: readonly string[]): void => {
  const said = textOf(page)
  for (const one of words) assert.ok(said.includes(one), `${one} is not in: ${said.slice(0, 400)}`)
}
export const lacks = (page: Part, ...words: readonly string[]): void => {
  const said = textOf(page)
  for (const one of words) assert.ok(!said.includes(one), one)
}
