import { Button } from '@navikt/ds-react/Button'
import type { CaseLine } from '@openslrt/core/contract/case-queries.ts'
import type { OfficerLoad } from '@openslrt/core/contract/workload.ts'
import { useState } from 'react'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { useText } from '../../../platform/i18n/use-text.ts'
import { Panel } from '../../../ui/field-row.tsx'
import { useAway } from '../colleague-hint.ts'
import { AssignMany } from '../many/assign-many.tsx'
import { ManyReport } from '../many/many-report.tsx'
import { useMany } from '../many/use-many.ts'
import { absentOf, useCasesOf } from './absent.ts'
import './absent.css'

/** WORKLOAD-5 What lies with people of this office who are on leave or have left, to be handed over in one go. */
export function AbsentPanel({ office, officers }: { office: string; officers: readonly OfficerLoad[] }) {
  const t = useText()
  const many = useMany()
  const cases = useCasesOf(office)
  const [lines, setLines] = useState<readonly CaseLine[] | null>(null)
  const absent = absentOf(officers)
  const open = async (staff: string): Promise<void> => setLines(await cases.read(staff))
  if (absent.length === 0 && !many.run) return null
  return (
    <Panel title={t('workload.absent')}>
      <ManyReport many={many} />
      <ActProblem problem={cases.problem} />
      <ul className="absent">
        {absent.map((officer) => (
          <AbsentRow
            key={officer.staff}
            officer={officer}
            busy={cases.busy === officer.staff}
            onHandOver={() => void open(officer.staff)}
          />
        ))}
      </ul>
      {lines && lines.length > 0 && (
        <AssignMany
          lines={lines}
          onStart={(act) => {
            setLines(null)
            many.start(act, lines)
          }}
          onClose={() => setLines(null)}
        />
      )}
    </Panel>
  )
}

interface AbsentRowProps {
  readonly officer: ReturnType<typeof absentOf>[number]
  readonly busy: boolean
  readonly onHandOver: () => void
}

function AbsentRow({ officer: { name, away, open }, busy, onHandOver }: AbsentRowProps) {
  const t = useText()
  const awayText = useAway()
  const shown = name ?? ''
  return (
    <li className="absent__row">
      <span>
        {away ? (
          <>
            <strong>{shown}</strong> · {awayText(away)}
          </>
        ) : (
          <strong>{t('workload.left', { name: shown })}</strong>
        )}
        {' · '}
        {t('case.form.assign.open', { count: open })}
      </span>
      <Button
        size="small"
        variant="secondary"
        loading={busy}
        aria-label={t('workload.absent.hand-over.of', { name: shown })}
        onClick={onHandOver}
      >
        {t('workload.absent.hand-over')}
      </Button>
    </li>
  )
}
