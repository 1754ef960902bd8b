import type { Day } from '../kernel/instant.ts'
import { nameAlike } from './name-alike.ts'
import { nearness } from './search-days.ts'

/** What was said of somebody who is looked for. */
export interface Asked {
  readonly name: string
  readonly birth: Day | null
  readonly year: number | null
}

interface Ranked {
  readonly name: string
  readonly birth_date: Day | null
}

/** Below this somebody found is not who was looked for. */
const leastLike = 0.45
/** A name of which a word was left out is read as a part: "Siti" finds Siti Aminah. */
const partLike = 0.6
const born = { same: 0.3, near: 0.1, year: 0.05, far: -0.4 } as const

/** FIND-6 People who are like who was looked for, the likest first: by the whole name, or a part of it, and the day of birth. */
export function rankPeople<Person extends Ranked>(asked: Asked, people: readonly Person[]): readonly Person[] {
  return people
    .map((person) => ({ person, like: likeOf(asked, person) }))
    .filter(({ like }) => like >= leastLike)
    .toSorted((left, right) => right.like - left.like || (left.person.name < right.person.name ? -1 : 1))
    .map(({ person }) => person)
}

function likeOf(asked: Asked, person: Ranked): number {
  return nameLike(asked.name, person.name) + birthLike(asked, person.birth_date)
}

function nameLike(asked: string, name: string): number {
  const like = nameAlike(asked, name)
  const words = asked.split(' ').length
  const parts = name.split(' ')
  // A part that fits is worth no more than this.
  if (like >= partLike || words >= parts.length) return like
  const ofPart = Math.max(...parts.map((_part, at) => nameAlike(asked, parts.slice(at, at + words).join(' '))))
  return Math.max(like, ofPart >= 0.85 ? partLike * ofPart : 0)
}

function birthLike({ birth, year }: Asked, day: Day | null): number {
  if (day === null) return 0
  if (birth !== null) return born[nearness(birth, day)]
  return year === null || Number(day.slice(0, 4)) === year ? 0 : born.far
}
