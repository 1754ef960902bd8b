import type { StaffActor } from '@openslrt/core/access/actor.ts'
import type { ChallengeRow } from '@openslrt/core/challenge/challenge.ts'
import { courseOf } from '@openslrt/core/challenge/challenge.ts'
import { mayStep, whither } from '@openslrt/core/challenge/decide.ts'
import { isOver } from '@openslrt/core/challenge/limits.ts'
import type { ChallengeStepName } from '@openslrt/core/challenge/moves.ts'
import { challengeSteps, openChallenge } from '@openslrt/core/challenge/moves.ts'
import { challengeList } from '@openslrt/core/challenge/shipped.ts'
import type { ChallengeCard, ChallengeLine } from '@openslrt/core/contract/challenge-queries.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import type { Reference } from '../reference/index.ts'
import { namesOn, todayIn } from '../reference/index.ts'

export interface Reading {
  readonly reference: Reference
  readonly places: ReadonlyMap<string, string>
  readonly now: number
}

/** As many letters of what was written as a list has room for. */
const shortest = 160

const officeName = ({ reference }: Pick<Reading, 'reference'>, id: string): string =>
  reference.offices().get(officeId.parse(id))?.name ?? ''

/** A challenge in a list. */
export function challengeLineOf(challenge: ChallengeRow, about: Reading): ChallengeLine {
  const { district, id, kind, words, status, reportedAt, dueAt } = challenge
  const { reference, places, now } = about
  return {
    district,
    id,
    kind,
    kindNames: namesOn(reference, challengeList, district, todayIn(reference, district), kind),
    words: words.length > shortest ? `${words.slice(0, shortest).trimEnd()}…` : words,
    since: challenge.since,
    villages: challenge.villages,
    citizens: challenge.citizens,
    reportedByName: officeName(about, challenge.reportedBy),
    placeName: places.get(challenge.place) ?? challenge.place,
    officeName: officeName(about, challenge.office),
    level: reference.offices().get(challenge.office)?.level ?? 'district',
    status,
    reportedAt,
    dueAt,
    late: openChallenge.includes(status) && (challenge.missed > 0 || isOver(challenge, now)),
  }
}

export interface Beside {
  readonly reader: StaffActor
  readonly staffed: ReadonlySet<OfficeId>
  readonly staff: ReadonlyMap<string, string>
}

/** A challenge with its way, and what the reader may do with it. */
export function challengeCardOf(
  challenge: ChallengeRow,
  { reader, staffed, staff }: Beside,
  about: Reading,
): ChallengeCard {
  const { reference } = about
  const scene = { look: { staffed }, policy: { offices: reference.offices() } }
  const [up, down] = (['pass-up', 'pass-down'] as const).map((act) => whither(challenge, act, scene)?.name ?? null)
  const whithers: Readonly<Partial<Record<ChallengeStepName, string | null | undefined>>> = {
    'pass-up': up,
    'pass-down': down,
  }
  const hasWhere = (act: ChallengeStepName): boolean => !(act in whithers) || (whithers[act] ?? null) !== null
  const ownsIt = (act: ChallengeStepName): boolean => act === 'take' && challenge.owner === reader.staff
  return {
    ...challengeLineOf(challenge, about),
    words: challenge.words,
    version: challenge.version,
    asks: challenge.asks,
    ownerName: challenge.owner && (staff.get(challenge.owner) ?? ''),
    reporterName: staff.get(challenge.reporter) ?? '',
    missed: challenge.missed,
    answer: challenge.answer,
    answerDay: challenge.answerDay,
    answeredAt: challenge.answeredAt,
    helped: challenge.helped,
    course: courseOf(challenge).map(({ act, at, by, office, to, note }) => ({
      act,
      at,
      byName: staff.get(by) ?? '',
      officeName: officeName(about, office),
      toName: to && officeName(about, to),
      note,
    })),
    up: up ?? null,
    down: down ?? null,
    today: todayIn(reference, challenge.district),
    acts: challengeSteps.filter((act) => mayStep(challenge, act, reader) === null && hasWhere(act) && !ownsIt(act)),
  }
}

/** Whose names a card needs. */
export const staffIn = (challenge: ChallengeRow): readonly string[] => [
  challenge.reporter,
  ...(challenge.owner ? [challenge.owner] : []),
  ...courseOf(challenge).flatMap(({ by }) => (by === '' ? [] : by)),
]
