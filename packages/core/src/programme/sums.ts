import type { Day } from '../kernel/instant.ts'
import type { FactSet } from './fact-set.ts'

/** PROG-3 Whole years on a day; somebody born on 29 February is a year older on 1 March of other years. */
export function ageOf({ person }: FactSet, day: Day): number | undefined {
  const born = person['tanggal_lahir']
  // An age that was said where the day of birth is not known. Registers print it so.
  if (typeof born !== 'string') return sizeOf(person['usia'])
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  const age = day.slice(5) < born.slice(5) ? years - 1 : years
  return age >= 0 ? age : undefined
}

/** How many people are recorded with the family; of a family without anybody nothing is known. */
export const membersOf = ({ members }: FactSet): number | undefined => (members.length > 0 ? members.length : undefined)

/** PROG-4 Whether the people of the family are recorded. */
export const knowsMembers = ({ members }: FactSet): boolean => members.length > 0

/** PROG-3 Floor space for each member. */
export function spaceOf(facts: FactSet): number | undefined {
  const [floor, people] = [sizeOf(facts.family['luas_lantai']), membersOf(facts)]
  return floor === undefined || !people ? undefined : Math.round((floor / people) * 10) / 10
}

const sizeOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
