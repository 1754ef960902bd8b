import type { PublicProgramme } from '@openslrt/core/contract/public-pages.ts'
import { sayRule } from '@openslrt/core/i18n/say-programme.ts'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ledgerOf, nationPlace, villageCode } from '@openslrt/core/place/code.ts'
import { shippedPpksItems } from '@openslrt/core/ppks/shipped.ts'
import { wholeRule } from '@openslrt/core/programme/exclusive.ts'
import type { Vocabulary } from '@openslrt/core/programme/fact.ts'
import type { ProgrammeRow } from '@openslrt/core/programme/programme.ts'
import { offeredAt, versionOn } from '@openslrt/core/programme/programme.ts'
import { shippedCodes } from '@openslrt/core/registry/shipped-codes.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addressOf } from '../../platform/http/address.ts'
import { languageOf } from '../../platform/http/answers.ts'
import { catalogueOf, vocabularyAt } from '../programme/index.ts'
import { sendPage, shellOf } from './page.ts'
import type { PublicParts } from './parts.ts'
import { fewestLetters, findPlace, searchPlaces } from './places.ts'

/** PROG-16 What people of a village can have, or of the whole nation: a list for everybody, of nobody. */
export async function showProgrammes(
  parts: PublicParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { query } = addressOf(request)
  const lang = languageOf(request)
  const search = (query.get('cari') ?? '').slice(0, 100)
  const place = await findPlace(parts, query.get('desa') ?? '', lang)
  const found = search.trim().length < fewestLetters ? null : await searchPlaces(parts, search, lang)
  const code = place ? villageCode.parse(place.code) : nationPlace
  const today = dayIn(parts.reference.zoneOf(ledgerOf(code)), Date.now())
  const catalogue = await catalogueOf(parts.pools.api, code)
  const vocabulary = vocabularyAt(parts, { place: code, day: today, catalogue })
  const items = offeredAt(code, catalogue, today)
    .map((row) => lineOf(row, today, { lang, vocabulary }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'id'))
  return sendPage(parts, reply, 'programmes', { shell: shellOf(parts, request), search, found, place, items })
}

const codeNames = new Map(
  [...shippedCodes, ...shippedPpksItems].map(({ list, code, names }) => [`${list} ${code}`, names] as const),
)

interface Saying {
  readonly lang: Lang
  readonly vocabulary: Vocabulary
}

function lineOf(row: ProgrammeRow, today: Day, { lang, vocabulary }: Saying): PublicProgramme {
  const { id, name, gives, ownerName, unit, papers, decides, certainty } = row
  const version = versionOn(row, today)
  const codeName = (list: string, code: string): string => codeNames.get(`${list} ${code}`)?.[lang] ?? code
  const asked = version ? wholeRule(version, unit, vocabulary) : { all: [] }
  const rule = sayRule(asked, { lang, members: [], codeName, vocabulary })
  const certain = certainty === 'sure' && version?.conflicts.length === 0
  return { id, name, gives, ownerName, unit, papers, decides, certain, rule }
}
