import { Button } from '@navikt/ds-react/Button'
import type { ApplicationLine } from '@openslrt/core/contract/need-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useLists } from '../../platform/reference/use-lists.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { type ApplicationAct, ApplicationForm } from './application-form.tsx'
import { applicationTones } from './status-look.ts'

const acts: readonly ApplicationAct[] = ['send', 'tick', 'withdraw', 'release']

/** How an application stands, in words. */
export function applicationSays(line: ApplicationLine, t: Say): string {
  if (line.late) return t('application.late')
  if (line.nth !== null) return t('application.nth', { n: line.nth })
  return t(`application-status.${line.status}`)
}

/** An application under its need: where it lies, and what the asking office may do. */
export function ApplicationItem({ line }: { readonly line: ApplicationLine }) {
  const t = useText()
  const when = useWhen()
  const lists = useLists(line.district)
  const [doing, setDoing] = useState<ApplicationAct | null>(null)
  return (
    <div className="need__application">
      <div className="need__head">
        <span>{line.programmeName}</span>
        <StatusTag small tone={line.late ? 'urgent' : applicationTones[line.status]} label={applicationSays(line, t)} />
      </div>
      <p className="need__aside">
        {[
          line.officeName,
          line.sentAt !== null && line.decidedAt === null && line.dueAt !== null && when.due(line.dueAt),
          line.reason && lists.name('reject', line.reason),
          line.note,
          line.papers.length > 0 && t('application.papers', { n: line.ticked.length, all: line.papers.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="need__acts not-on-paper">
        {acts
          .filter((act) => line.acts.includes(act))
          .map((act) => (
            <Button key={act} size="xsmall" variant="tertiary" data-color="neutral" onClick={() => setDoing(act)}>
              {t(`application-act.${act}`)}
            </Button>
          ))}
      </div>
      {doing && <ApplicationForm line={line} act={doing} onClose={() => setDoing(null)} />}
    </div>
  )
}
