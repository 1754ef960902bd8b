import { Button } from '@navikt/ds-react/Button'
import type { ChallengeLine } from '@openslrt/core/contract/challenge-queries.ts'
import { challengeRoutes } from '@openslrt/core/contract/challenge-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import { saveAs } from '../../platform/files/save-as.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useZone } from '../../platform/session/use-session.ts'
import type { Filter } from './challenge-address.ts'

/** Everything that the list holds, on all of its pages, as a table for a spreadsheet. */
export function SaveTable({ filter: { page: _page, ...query } }: { readonly filter: Filter }) {
  const [t, lang] = [useText(), useLanguage()]
  const zone = useZone()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    const said = await ask(challengeRoutes.table, { query })
    setBusy(false)
    setProblem(said.ok ? null : said.error.message)
    if (said.ok) saveAs(fileName(zone), csvOf(tableOf(said.value.items, t, lang, zone)))
  }
  return (
    <p className="challenge__save not-on-paper">
      <Button size="small" variant="tertiary" loading={busy} onClick={() => void save()}>
        {t('challenge.csv')}
      </Button>
      <output>{problem}</output>
    </p>
  )
}

const fileName = (zone: string): string => `kendala-${dayIn(zone, Date.now())}.csv`

/** The lines of a list as rows, with a head. */
export const tableOf = (
  lines: readonly ChallengeLine[],
  t: Say,
  lang: 'id' | 'en',
  zone: string,
): readonly (readonly (string | number)[])[] => [
  [
    t('challenge.column.words'),
    t('challenge.kind'),
    t('challenge.column.from'),
    t('challenge.column.reported'),
    t('challenge.since'),
    t('challenge.column.villages'),
    t('challenge.column.citizens'),
    t('challenge.column.at'),
    t('challenge.column.status'),
    t('challenge.column.due'),
    t('challenge.column.late'),
  ],
  ...lines.map((line) => [
    line.words,
    line.kindNames[lang],
    line.reportedByName,
    dayIn(zone, line.reportedAt),
    line.since,
    line.villages ?? '',
    line.citizens ?? '',
    line.officeName,
    t(`challenge-status.${line.status}`),
    line.dueAt === null ? '' : dayIn(zone, line.dueAt),
    t(line.late ? 'challenge.late.yes' : 'challenge.late.no'),
  ]),
]
