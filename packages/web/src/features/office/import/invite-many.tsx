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

type Link = Readonly<Record<'name' | 'office' | 'role' | 'path', string>> & { readonly expiresAt: number }

function useInvitations() {
  const [t, when] = [useText(), useWhen()]
  const [made, setMade] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const make = async (): Promise<void> => {
    setBusy(true)
    const { links, fault } = await allLinks()
    setBusy(false)
    setProblem(fault)
    setMade(fault && links.length === 0 ? null : links.length)
    if (links.length === 0) return
    // What was made is handed over even when the line broke: those links can't be shown a second time.
    const rows = links.map(({ name, office, role, path, expiresAt }) => [
      name,
      office,
      role,
      `${window.location.origin}${path}`,
      when.exact(expiresAt),
    ])
    const heads = [
      t('staff.column.name'),
      t('staff.at'),
      t('staff.form.role'),
      t('import.links.link'),
      t('import.links.until'),
    ]
    saveAs(`${t('import.links')}.csv`, csvOf([heads, ...rows]))
  }
  return { made, problem, busy, make }
}

async function allLinks(): Promise<{ links: readonly Link[]; fault: Problem | null }> {
  const links: Link[] = []
  for (let after: string | null = null; ; ) {
    // oxlint-disable-next-line no-await-in-loop -- each begins where the one before ended
    const said: Awaited<ReturnType<typeof nextLinks>> = await nextLinks(after)
    if (!said.ok) return { links, fault: said.error }
    links.push(...said.value.items)
    if (said.value.next === null) return { links, fault: null }
    after = said.value.next
  }
}

const nextLinks = (after: string | null) => ask(importRoutes.inviteMany, { body: { after } })
