import './ask.css'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { ledgerOf, placeCode } from '@openslrt/core/place/code.ts'
import type { AskedHolder } from '@openslrt/core/registry/questionnaire.ts'
import { chaptersOf, givenBy, resumeAt, stepFrom } from '@openslrt/core/registry/questionnaire.ts'
import type { Holder } from '@openslrt/core/registry/registry.ts'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { commandOf } from '../make-command.ts'
import { usePhone } from '../phone-context.ts'
import { headOf, membersOf, textIn } from '../screens/names.ts'
import { useKeep } from '../screens/use-keep.ts'
import type { Saving } from './ask-page.ts'
import { ChapterPage } from './chapter-page.tsx'
import { Overview } from './overview.tsx'
import { QuestionPage } from './question-page.tsx'
import { newSheet, type Sheet } from './sheet.ts'
import { useWords } from './use-words.ts'
import type { Words } from './words.ts'

interface AskScreenProps {
  readonly of: Holder
  readonly id: string
}

/** The questionnaire of a family or of one of its members. */
export function AskScreen({ of, id }: AskScreenProps) {
  const t = useText()
  const { view } = usePhone()
  const told = useWords()
  const row = view[of].get(id)
  if (told === undefined) return null
  if (!row) return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  if (!told) return <EmptyState level={1} title={t('ask.family')} text={t('field.lists.none')} />
  return <Asked key={id} of={of} row={row} words={told.words} listsAt={told.at} />
}

type Row = ReplicaRow['family'] | ReplicaRow['person']
interface AskedProps {
  readonly of: Holder
  readonly row: Row
  readonly words: Words
  readonly listsAt: number
}

function Asked({ of, row, words, listsAt }: AskedProps) {
  const { now } = useWhen()
  const day = dayIn(useZone(), now)
  const form = useForm<Sheet>(`ask:${row.id}`, newSheet(row.version), () => ({}))
  const { at, also, write, go } = useWanted(form)
  const holder: AskedHolder = { of, said: row.said, day, local: words.local, also }
  const chapters = chaptersOf(holder, form.values)
  const back = 'family' in row && row.family !== null ? row.family : row.id
  const values = givenBy(holder, form.values)
  const saving = useSaving(of, row, form, values, `/keluarga/${back}`)
  const title = useTitle(of, row)
  const shared = { sheet: form.values, change: write, words, chapters, title, go, saving, said: row.said }
  const chapter = chapters.find(({ group }) => at === `#${group}`)
  if (chapter) return <ChapterPage {...shared} chapter={chapter} />
  const asked = at === '' ? null : resumeAt(chapters, at)
  if (asked === null) return <Overview {...shared} back={back} listsAt={listsAt} first={resumeAt(chapters, '')} />
  const step = (way: 1 | -1): void => go(stepFrom(chapters, asked, way))
  return <QuestionPage key={asked} {...shared} name={asked} step={step} />
}

/**
 * FIELD-22 The question that a programme waits for opens first, and is asked with the others from then on. It lies over what
 * was typed before until somebody moves, so that a draft which is read meanwhile is not taken for an older one.
 */
function useWanted({ values, change }: ReturnType<typeof useForm<Sheet>>) {
  const wanted = new URLSearchParams(useSearch()).get('tanya')
  const [moved, setMoved] = useState(false)
  const at = wanted === null || moved ? values.at : wanted
  const also = wanted === null ? values.also : [...new Set([...values.also, wanted])]
  return {
    at,
    also,
    write: (some: Partial<Sheet>): void => change({ at, also, ...some }),
    go: (to: string | null): void => {
      setMoved(true)
      change({ also, at: to ?? '' })
    },
  }
}

/** FIELD-4 Everything that was answered of one holder goes as one command, on the version that was seen. */
function useSaving(
  of: Holder,
  row: Row,
  form: ReturnType<typeof useForm<Sheet>>,
  values: ReturnType<typeof givenBy>,
  next: string,
): Saving {
  const t = useText()
  const make = () =>
    commandOf('registry.record', {
      district: ledgerOf(placeCode.parse(row.place)),
      subject: row.id,
      base: form.values.base,
      data: { of, values, desil: null, way: 'visit', source: t('ask.source'), ref: null },
    })
  return { ...useKeep(form, make, next), count: Object.keys(values).length }
}

function useTitle(of: Holder, row: Row): string {
  const t = useText()
  const { view } = usePhone()
  if (of === 'person') return textIn(row.said, 'nama')
  const name = headOf(membersOf(view, row.id))
  return name ? t('field.family.title', { name }) : t('field.family.nameless')
}
