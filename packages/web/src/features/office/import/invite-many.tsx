import { Button } from '@navikt/ds-react/Button'
import { importRoutes } from '@openslrt/core/contract/import.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { useState } from 'react'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { ask } from '../../../platform/api/ask.ts'
import type { Problem } from '../../../platform/api/problem.ts'
import { saveAs } from '../../../platform/files/save-as.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useWhen } from '../../../platform/i18n/use-when.ts'
import { Panel } from '../../../ui/field-row.tsx'
import { allLinks, linkTable, type NextLinks } from './all-links.ts'

/** Links for all who have none yet, in a file that is given once: the server itself keeps only their digests. */
export function InviteMany() {
  const t = useText()
  const { made, problem, busy, make } = useInvitations()
  return (
    <Panel title={t('import.links')}>
      <p>{t('import.links.text')}</p>
      <div>
        <Button size="small" variant="secondary" loading={busy} onClick={() => void make()}>
          {t('import.links.make')}
        </Button>
      </div>
      <ActProblem problem={problem} />
      <output>
        {made !== null && (made === 0 ? t('import.links.none') : t('import.links.done', { count: made }))}
      </output>
    </Panel>
  )
}

function useInvitations() {
  const [t, when] = [useText(), useWhen()]
  const [made, setMade] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async (): Promise<void> => {
    setBusy(true)
    const { links, fault } = await allLinks(nextLinks)
    setBusy(false)
    setProblem(fault)
    setMade(fault && links.length === 0 ? null : links.length)
    if (links.length === 0) return
    // What was made is handed over even when the line broke: those links can't be shown a second time.
    const heads = [t('staff.column.name'), t('staff.at'), t('staff.form.role')]
    const table = linkTable(
      [...heads, t('import.links.link'), t('import.links.until')],
      links,
      window.location.origin,
      when.exact,
    )
    saveAs(`${t('import.links')}.csv`, csvOf(table))
  }
  return { made, problem, busy, make }
}

const nextLinks: NextLinks = (after) => ask(importRoutes.inviteMany, { body: { after } })
