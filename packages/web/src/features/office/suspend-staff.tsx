import { Button } from '@navikt/ds-react/Button'
import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { AskFirst } from './ask-first.tsx'

/** Shuts a person out, after asking; or lets them in again. */
export function SuspendStaff({ person }: { person: StaffLine }) {
  const t = useText()
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const change = async (active: boolean): Promise<void> => {
    const { id, district, version, name } = person
    const acted = await act.send('staff.change', { district, subject: id, base: version, data: { name, active } })
    if (acted.state !== 'refused') setAsking(false)
  }
  if (asking)
    return (
      <AskFirst
        title={t('staff.suspend.title', { name: person.name })}
        text={t('staff.suspend.text')}
        confirmText={t('staff.suspend')}
        act={act}
        onConfirm={() => void change(false)}
        onCancel={() => setAsking(false)}
      />
    )
  return (
    <>
      <ActProblem problem={act.problem} />
      <div>
        <Button
          size="small"
          variant={person.active ? 'tertiary' : 'secondary'}
          data-color={person.active ? 'danger' : 'accent'}
          loading={act.busy}
          onClick={() => (person.active ? setAsking(true) : void change(true))}
        >
          {t(person.active ? 'staff.suspend' : 'staff.resume')}
        </Button>
      </div>
    </>
  )
}
