import type { ExportLine, ExportWish } from '@openslrt/core/contract/load-export.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { programmeId } from '@openslrt/core/kernel/id.ts'
import { type ExportState, exportForms, exportSubjects } from '@openslrt/core/load/export.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import type { ChosenPlace } from '../../platform/places/place-picker.tsx'
import type { Tone } from '../../ui/status-tag.tsx'

export const exportsPath = '/pengambilan'
/** As many letters as say what data is for. */
const leastReason = 10
export const desilChoices = [...Array.from({ length: 10 }, (_, nth) => String(nth + 1)), 'none'] as const
export const completeChoices = ['low', 'part', 'whole'] as const

/** What somebody chooses to take out, as the form holds it. */
export interface ExportChoice {
  readonly subject: string
  readonly form: string
  readonly place: ChosenPlace | null
  readonly desils: readonly string[]
  readonly programme: string
  readonly complete: string
  readonly numbers: string
  readonly reason: string
}
export const firstChoice: ExportChoice = {
  subject: exportSubjects[0],
  form: 'xlsx',
  place: null,
  desils: [],
  programme: '',
  complete: '',
  numbers: 'no',
  reason: '',
}

export const choiceProblem = ({ reason }: ExportChoice, t: Say): { readonly reason?: string } =>
  reason.trim().length < leastReason ? { reason: t('export-data.reason.short') } : {}

/** The choice as the server takes it; without a place it is the whole district. */
export function wishOf(choice: ExportChoice, id: string, district: string): ExportWish {
  const programme = programmeId.safeParse(choice.programme)
  return {
    id,
    subject: exportSubjects.find((one) => one === choice.subject) ?? exportSubjects[0],
    form: exportForms.find((one) => one === choice.form) ?? exportForms[0],
    place: placeCode.parse(choice.place?.code ?? district),
    desils: [...choice.desils],
    programme: programme.success ? programme.data : null,
    complete: completeChoices.find((one) => one === choice.complete) ?? null,
    numbers: choice.numbers === 'yes',
    reason: choice.reason.trim(),
  }
}

/** What was chosen, in words: one part after the other, and nothing of what was left open. */
export function choiceText(line: ExportLine, t: Say): string {
  const desils = line.desils.map((one) =>
    one === 'none' ? t('export-data.desil.none') : t('export-data.desil.one', { n: one }),
  )
  return [
    line.placeName,
    ...desils,
    ...(line.programmeName === null ? [] : [line.programmeName]),
    ...(line.complete === null ? [] : [`${t('export-data.complete')}: ${t(`export-data.complete.${line.complete}`)}`]),
    `${t('export-data.numbers')}: ${t(line.numbers ? 'export-data.numbers.yes' : 'export-data.numbers.no').toLowerCase()}`,
  ].join(' · ')
}

export const exportTone: Readonly<Record<ExportState, Tone>> = {
  waiting: 'active',
  ready: 'done',
  failed: 'attention',
  forgotten: 'stopped',
}

/** Whether the server still writes one of them: then the screen asks again by itself. */
export const isBeingMade = (lines: readonly Pick<ExportLine, 'state'>[]): boolean =>
  lines.some(({ state }) => state === 'waiting')

export const fileNameOf = ({ subject, place, mark, form }: ExportLine): string =>
  `${subject === 'people' ? 'orang' : 'keluarga'}-${place.replaceAll('.', '')}-${mark}.${form}`
