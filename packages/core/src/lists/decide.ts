import type { Actor } from '../access/actor.ts'
import { holds } from '../access/can.ts'
import { usualShares } from '../case/policy.ts'
import type { ItemWords, ListCommand, ListCommandData } from '../contract/lists.ts'
import { addDays } from '../figures/period.ts'
import type { Day } from '../kernel/instant.ts'
import { canonical } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { LetterLook, LetterWordsRefusal } from '../letter/unfit.ts'
import { isLetterRule, letterUnfit } from '../letter/unfit.ts'
import type { LedgerCode } from '../place/code.ts'
import { covers, nation, placeCode } from '../place/code.ts'
import type { RoleLook, RoleWordsRefusal } from './decide-role.ts'
import { endsAdministration, madeAbove, roleUnfit } from './decide-role.ts'
import type { RuledList } from './list-law.ts'
import { lawOfList, mayEnd } from './list-law.ts'
import type { Said } from './on-day.ts'
import { countsIn, itemOn, latest } from './on-day.ts'
import type { CalendarDayRow, ListItemRow, OfficeHoursRow, Saying } from './rows.ts'

export type ListRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly ['lists.manage' | 'staff.manage'] }
  | { readonly code: 'not-your-lists' }
  | { readonly code: 'nation-only' }
  | { readonly code: 'list-fixed' }
  | { readonly code: 'item-needed' }
  | { readonly code: 'code-taken' }
  | { readonly code: 'unknown-item' }
  | { readonly code: 'unknown-sector' }
  | { readonly code: 'limits-crossed' }
  | { readonly code: 'day-past'; readonly earliest: Day }
  | { readonly code: 'already-so' }
  | RoleWordsRefusal
  | LetterWordsRefusal

/** What a decision about lists looks at. */
export interface ListLook {
  /** The place that says it, and whose ledger it stands in. */
  readonly place: LedgerCode
  /** Today there: nothing is said for a day before. */
  readonly today: Day
  /** The day that the entry counts on. */
  readonly day: Day
  /** Everything that was said of the item, by whomever. */
  readonly said: readonly Said[]
  /** What this place itself has said of it, as rows. */
  readonly own: readonly ListItemRow[]
  /** Whether a sector is on the list there on a day. */
  readonly knowsSector: (code: string, day: Day) => boolean
  /** This place's own word on the day in question, and whether it is closed there now. */
  readonly ownDay: CalendarDayRow | null
  readonly closedAs: string | null
  /** The hours that this place has set from the very day in question. */
  readonly ownHours: OfficeHoursRow | null
  readonly roles: RoleLook
  readonly letters: LetterLook
}

export type ListMove = {
  [Kind in ListCommand]: { readonly kind: Kind; readonly subject: string; readonly data: ListCommandData[Kind] }
}[ListCommand]

type Answer = Result<Decision, ListRefusal>

/** Decides one change of a list, the calendar or the hours: by who may, at a place under their own, from today on. */
export function decideList(move: ListMove, actor: Actor, look: ListLook): Answer {
  const right = rightsFor(move).find((needed) => !holds(actor, needed))
  if (right) return no({ code: 'not-permitted', needs: [right] })
  if (!reaches(actor, look.place)) return no({ code: 'not-your-lists' })
  const from = 'day' in move.data ? move.data.day : move.data.from
  if (from < look.today) return no({ code: 'day-past', earliest: look.today })
  switch (move.kind) {
    case 'list.add':
      return addItem(move.subject, move.data, actor, look)
    case 'list.change':
      return changeItem(move.subject, move.data, actor, look)
    case 'list.end':
      return endItem(move.subject, move.data, look)
    case 'list.take-back':
      return takeBack(move.data, look)
    case 'calendar.close':
      return closeDay(move.subject, move.data, look)
    case 'calendar.open':
      return openDay(move.subject, move.data, look)
    case 'hours.set':
      return setHours(move.subject, move.data, look)
  }
}

/** ROLE-3 Whoever makes roles decides who may do what: it takes the right over people as well. */
const rightsFor = ({ data }: ListMove): readonly ('lists.manage' | 'staff.manage')[] =>
  'list' in data && data.list === 'role' ? ['lists.manage', 'staff.manage'] : ['lists.manage']

/** Whether somebody who acts from a place looks after the lists of another: their own or one under it. */
function reaches(actor: Actor, place: LedgerCode): boolean {
  return actor.kind === 'setup' || (actor.kind === 'staff' && covers(actor.place, placeCode.parse(place)))
}

function addItem(subject: string, data: ItemWords, actor: Actor, look: ListLook): Answer {
  const refusal = barred(data.list, look) ?? unfit(data, actor, look)
  if (refusal) return no(refusal)
  if (!lawOfList(data.list).grows) return no({ code: 'list-fixed' })
  // One code must not mean two things to the same people: what is known above or below is changed, not added.
  if (look.said.some(({ place }) => countsIn(place, look.place) || countsIn(look.place, place)))
    return no({ code: 'code-taken' })
  return said('list-add', subject, data, 'holds', look)
}

function changeItem(subject: string, data: ItemWords, actor: Actor, look: ListLook): Answer {
  const refusal = barred(data.list, look) ?? unfit(data, actor, look)
  if (refusal) return no(refusal)
  if (!look.said.some(({ place }) => countsIn(place, look.place))) return no({ code: 'unknown-item' })
  const now = itemOn(look.said, look.place, data.from)
  if (now && sameWords(now, data)) return no({ code: 'already-so' })
  return said('list-change', subject, data, 'holds', look)
}

function endItem(subject: string, data: ListCommandData['list.end'], look: ListLook): Answer {
  const refusal = barred(data.list, look)
  if (refusal) return no(refusal)
  const known = look.said.filter(({ place }) => countsIn(place, look.place))
  if (known.length === 0) return no({ code: 'unknown-item' })
  if (data.above && look.place !== nation) return asAbove(subject, data.from, known, look)
  if (!mayEnd(data.list, data.code)) return no({ code: 'item-needed' })
  const now = itemOn(look.said, look.place, data.from)
  if (now === null && plansAfter(look, data.from).length === 0) return no({ code: 'already-so' })
  return ends(subject, 'ended', data.from, now ?? known.at(-1), look)
}

/** A place that says nothing of its own any more: what only it ever said has nothing above that could count again. */
function asAbove(subject: string, from: Day, known: readonly Said[], look: ListLook): Answer {
  if (!known.some(({ place }) => place !== look.place)) return no({ code: 'unknown-item' })
  const own = latest(look.said, look.place, from)
  if ((own === null || own.says === 'as-above') && plansAfter(look, from).length === 0)
    return no({ code: 'already-so' })
  return ends(subject, 'as-above', from, itemOn(look.said, look.place, from) ?? known.at(-1), look)
}

function ends(subject: string, says: Saying, from: Day, words: Said | undefined, look: ListLook): Answer {
  if (!words) return no({ code: 'unknown-item' })
  return said('list-end', subject, { ...words, from }, says, look)
}

const plansAfter = ({ own }: ListLook, from: Day): readonly ListItemRow[] =>
  own.filter((row) => row.from > from && row.says !== 'taken-back')

/** LISTS-14 A plan that is taken back leaves what stood before it. What has begun is changed or ended instead. */
function takeBack({ list, code, from }: ListCommandData['list.take-back'], look: ListLook): Answer {
  const refusal = barred(list, look)
  if (refusal) return no(refusal)
  const plan = look.own.find((row) => row.from === from)
  if (!plan) return no({ code: 'unknown-item' })
  if (plan.says === 'taken-back') return no({ code: 'already-so' })
  if (from === look.today) return no({ code: 'day-past', earliest: addDays(look.today, 1) })
  const left = list === 'role' ? endsAdministration(code, wordsAfter(look, from, [], null), from, look) : null
  if (left) return no(left)
  return decided('list-take-back', look, [takenBack(plan)], { list, code, name: plan.names.id, from })
}

const takenBack = ({ id, version }: ListItemRow): Change => ({
  table: 'listItem',
  id,
  base: version,
  set: { says: 'taken-back' },
})

function barred(list: RuledList, { place, said: words }: ListLook): ListRefusal | null {
  const { by } = lawOfList(list)
  if (by === 'maker') return madeAbove(words, place)
  return by === 'nation' && place !== nation ? { code: 'nation-only' } : null
}

function unfit(words: ItemWords, actor: Actor, look: ListLook): ListRefusal | null {
  if (words.list === 'role') return roleUnfit(words, actor, look)
  if (isLetterRule(words)) return letterUnfit(words, look.letters)
  if (words.list !== 'category') return null
  const { sector, hopDays, totalDays, takePercent = usualShares.take, decidePercent = usualShares.decide } = words.data
  if (!look.knowsSector(sector, words.from)) return { code: 'unknown-sector' }
  // Something must be left for the work itself.
  const fits = Object.values(hopDays).every((days) => days <= totalDays) && takePercent + decidePercent <= 90
  return fits ? null : { code: 'limits-crossed' }
}

/** Whether two words say the same, whatever the day. */
export const sameWords = (one: Pick<Said, 'names' | 'data'>, other: Pick<Said, 'names' | 'data'>): boolean =>
  meaningOf(one) === meaningOf(other)

/** What words say, as a text. The order in which kinds or rights are named says nothing. */
export const meaningOf = ({ names, data }: Pick<Said, 'names' | 'data'>): string =>
  canonical([
    names,
    ...Object.entries(data)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value]),
  ])

type Words = Pick<Said, 'list' | 'code' | 'names' | 'data' | 'from'>

function said(action: string, subject: string, words: Words, says: Saying, look: ListLook): Answer {
  const { list, code, names, from, data } = words
  const there = look.own.find((row) => row.from === from)
  const set = there ? { names, data, says } : { district: look.place, list, code, names, data, from, says }
  const change: Change = { table: 'listItem', id: there?.id ?? subject, base: there?.version ?? 0, set }
  // An end takes back what was planned after it: else an ended item would come back by itself.
  const plans = says === 'holds' ? [] : plansAfter(look, from)
  if (list === 'role') {
    const now = { list, code, names, from, data, place: look.place, says }
    const refusal = endsAdministration(code, wordsAfter(look, from, plans, now), from, look)
    if (refusal) return no(refusal)
  }
  return decided(action, look, [change, ...plans.map(takenBack)], { list, code, name: names.id, from })
}

/** What will have been said of an item: without what is taken back or said anew, and with what is said now. */
const wordsAfter = (
  look: ListLook,
  from: Day,
  back: readonly Pick<ListItemRow, 'from'>[],
  now: Said | null,
): readonly Said[] => {
  const gone = new Set([from, ...back.map((plan) => plan.from)])
  return [...look.said.filter((one) => one.place !== look.place || !gone.has(one.from)), ...(now ? [now] : [])]
}

function closeDay(subject: string, data: ListCommandData['calendar.close'], look: ListLook): Answer {
  if (look.closedAs === data.name) return no({ code: 'already-so' })
  return dayIs('calendar-close', subject, { ...data, closed: true }, look)
}

function openDay(subject: string, data: ListCommandData['calendar.open'], look: ListLook): Answer {
  if (look.closedAs === null) return no({ code: 'already-so' })
  return dayIs('calendar-open', subject, { ...data, name: look.closedAs, closed: false }, look)
}

function dayIs(
  action: string,
  subject: string,
  { day, ...rest }: Pick<CalendarDayRow, 'day' | 'name' | 'basis' | 'closed'>,
  look: ListLook,
): Answer {
  const { ownDay, place: district } = look
  const change: Change = ownDay
    ? { table: 'calendarDay', id: ownDay.id, base: ownDay.version, set: rest }
    : { table: 'calendarDay', id: subject, base: 0, set: { district, day, ...rest } }
  return decided(action, look, [change], { day, name: rest.name })
}

function setHours(subject: string, { from, ...rest }: ListCommandData['hours.set'], look: ListLook): Answer {
  const { ownHours, place: district } = look
  if (ownHours && canonical([ownHours.week, ownHours.basis]) === canonical([rest.week, rest.basis]))
    return no({ code: 'already-so' })
  const change: Change = ownHours
    ? { table: 'officeHours', id: ownHours.id, base: ownHours.version, set: rest }
    : { table: 'officeHours', id: subject, base: 0, set: { district, from, ...rest } }
  return decided('hours-set', look, [change], { from })
}

function decided(action: string, look: ListLook, changes: readonly Change[], say: Decision['say']): Answer {
  return ok({ action, note: '', say, day: look.day, changes, jobs: [] })
}
