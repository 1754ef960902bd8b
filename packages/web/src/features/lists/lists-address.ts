import { type EditableList, editableLists } from '@openslrt/core/lists/list-law.ts'

export const listsPath = '/daftar'
export const calendarPath = '/kalender'
/** In the place of a code: the form for a new item. */
export const newOne = 'baru'

/** What an address of the lists asks for; a list that is none is the first. */
export function listAddressOf(search: string) {
  const params = new URLSearchParams(search)
  const list = editableLists.find((known: EditableList) => known === params.get('daftar')) ?? editableLists[0]
  return { list, words: params.get('cari')?.trim() ?? '', opened: params.get('buka'), file: params.has('berkas') }
}

/** The year that an address of the calendar asks for; this year where it names none. */
export function yearOf(search: string, today: string): string {
  const year = new URLSearchParams(search).get('tahun') ?? ''
  return /^20\d\d$/.test(year) ? year : today.slice(0, 4)
}
