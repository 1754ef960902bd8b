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
import { type Absent, absentOf, useCasesOf } from './absent.ts'
import './absent.css'

/** WORKLOAD-5 What lies with people of this office who are on leave or have left, to be handed over in one go. */
export function AbsentPanel({ office, officers }: { office: string; officers: readonly OfficerLoad[] }) {
  const t = useText()
  const many = useMany()
  const cases = useCasesOf(office)
  const [lines, setLines] = useState<readonly CaseLine[] | null>(null)
  // Whose cases all wait for citizens.
  const [stuck, setStuck] = useState('')
  const absent = absentOf(officers)
  const open = async ({ staff, name }: Absent): Promise<void> => {
    const read = await cases.read(staff)
    setLines(read)
    setStuck(read?.length === 0 ? (name ?? '') : '')
  }
  if (absent.length === 0 && !many.run) return null
  return (
    <Panel title={t('workload.absent')}>
      <ManyReport many={many} />
      <ActProblem problem={cases.problem} />
      {stuck && <output>{t('workload.absent.none', { name: stuck })}</output>}
      <ul className="absent">
        {absent.map((officer) => (
          <AbsentRow
            key={officer.staff}
            officer={officer}
            busy={cases.busy === officer.staff}
            onHandOver={() => void open(officer)}
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
  readonly officer: Absent
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
