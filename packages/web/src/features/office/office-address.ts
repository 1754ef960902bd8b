import { officeId } from '@openslrt/core/kernel/id.ts'
import type { OfficeKind } from '@openslrt/core/office/office.ts'
import { officeKinds } from '@openslrt/core/office/office.ts'
import { pageOf } from '../../ui/list-address.ts'

export const officesPath = '/kantor'
export const staffPath = '/petugas'
export const importPaths = { offices: '/muat/kantor', staff: '/muat/petugas' } as const

/** In the place of an id: the form for a new one. */
export const newOne = 'baru'

/** What an address of the list of offices asks for; a kind that is none is left out. */
export function officeFilterOf(search: string) {
  const params = new URLSearchParams(search)
  const kind = officeKinds.find((known: OfficeKind) => known === params.get('jenis'))
  return { ...wordsOf(params), ...(kind && { kind }), page: pageOf(search) }
}

/** What an address of the list of staff asks for. */
export function staffFilterOf(search: string) {
  const params = new URLSearchParams(search)
  const office = params.get('kantor') ?? ''
  return { ...wordsOf(params), ...(isId(office) && { office }), page: pageOf(search) }
}

/** Whether the offices are shown as a tree. */
export const isTree = (search: string): boolean => new URLSearchParams(search).get('tampilan') === 'pohon'

/** Whether it is the hours of an office that stand open. */
export const isHours = (search: string): boolean => new URLSearchParams(search).get('jam') === 'ya'

/** The one that is open over the list: its id, `baru`, or null. */
export const openedOf = (search: string): string | null => new URLSearchParams(search).get('buka')

function wordsOf(params: URLSearchParams): { q?: string } {
  const q = params.get('cari')?.trim().slice(0, 60) ?? ''
  return q === '' ? {} : { q }
}

/** Whether a text is an office's id. */
export const isId = (text: string): boolean => officeId.safeParse(text).success
