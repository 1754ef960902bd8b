import { dayOf } from './list-file.ts'

/** One line of a calendar's file. */
export interface FileDay {
  readonly day: string
  readonly closed: boolean
  readonly name: string
  readonly basis: string
}

export const calendarHeads = ['tanggal', 'tutup', 'nama', 'dasar'] as const

/** LISTS-16 Closed days as the rows of a table, its heads first. */
export const calendarTable = (days: readonly FileDay[]): readonly (readonly string[])[] => [
  calendarHeads,
  ...days.map(({ day, closed, name, basis }) => [day, closed ? 'ya' : 'tidak', name, basis]),
]

/** Reads one line; whatever is not `tidak` is closed. */
export const fileDayOf = (cell: (head: string) => string): FileDay => ({
  day: dayOf(cell('tanggal')),
  closed: cell('tutup').toLowerCase() !== 'tidak',
  name: cell('nama'),
  basis: cell('dasar'),
})
