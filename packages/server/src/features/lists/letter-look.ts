import type { ItemWords } from '@openslrt/core/contract/lists.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import type { Numbering } from '@openslrt/core/letter/number.ts'
import { isAbove, numberPlace } from '@openslrt/core/letter/number.ts'
import { numberData } from '@openslrt/core/letter/rules.ts'
import type { LetterLook } from '@openslrt/core/letter/unfit.ts'
import { noLetters } from '@openslrt/core/letter/unfit.ts'
import { itemOn } from '@openslrt/core/lists/on-day.ts'
import type { OfficeRow } from '@openslrt/core/office/office.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import type { Reference } from '../reference/index.ts'
import { hasPicture, worksIn } from './queries-letters.ts'

type Words = Pick<ItemWords, 'list' | 'code' | 'from' | 'data'>

/** LETTER-32, LETTER-33, LETTER-34 What the words of a letter's rule name, and what of it is there. */
export async function letterLook(
  client: PoolClient,
  place: LedgerCode,
  { list, code, from, data }: Words,
  reference: Reference,
): Promise<LetterLook> {
  switch (list) {
    case 'letter-signer':
      return { ...noLetters, isThere: await worksIn(client, placeCode.parse(place), code) }
    case 'letter-number':
      return {
        ...noLetters,
        isThere: isOfficeCode(code, place, reference),
        ...numberLook(code, place, from, reference),
      }
    case 'letter-logo': {
      const file = 'picture' in data ? data.picture : null
      const isPicture = file === null || (await hasPicture(client, place, file))
      return { ...noLetters, isThere: isOfficeCode(code, place, reference), isPicture }
    }
    default:
      return noLetters
  }
}

const isOfficeCode = (code: string, place: LedgerCode, reference: Reference): boolean =>
  code === 'standard' || officesOf(place, reference).some(({ id }) => id === code)

/** The offices whose letters are numbered by what a place says. */
const officesOf = (place: LedgerCode, reference: Reference): readonly OfficeRow[] =>
  [...reference.offices().values()].filter((office) => ledgerOf(office.place) === place)

/** Who would number by the pattern of a code, and by what the others number from that day on. */
function numberLook(code: string, place: LedgerCode, from: string, reference: Reference) {
  const said = reference.said('letter-number')
  const patternOf = (item: string): string | undefined =>
    numberData.safeParse(itemOn(said.get(item) ?? [], place, from)?.data).data?.pattern
  const standard = patternOf('standard') ?? ''
  const places: string[] = []
  const others: Numbering[] = []
  for (const office of officesOf(place, reference)) {
    const own = patternOf(office.id)
    const within = numberPlace(office, place)
    if (office.id === code || (code === 'standard' && own === undefined)) places.push(within)
    else others.push({ pattern: own ?? standard, place: within })
  }
  const named = officeId.safeParse(code).data
  const office = named && reference.offices().get(named)
  return { places, others, shared: office ? isAbove(office.level) : true }
}
