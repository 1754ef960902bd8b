import { Button } from '@navikt/ds-react/Button'
import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'

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
  return (
    <>
      {!asking && <ActProblem problem={act.problem} />}
      <div>
        <Button
          size="small"
          variant="secondary"
          data-color={person.active ? 'danger' : 'accent'}
          loading={act.busy}
          onClick={() => (person.active ? setAsking(true) : void change(true))}
        >
          {t(person.active ? 'staff.suspend' : 'staff.resume')}
        </Button>
      </div>
      {asking && (
        <ActDialog
          harmful
          title={t('staff.suspend.title', { name: person.name })}
          hint={t('staff.suspend.text')}
          sendText={t('staff.suspend')}
          act={act}
          onSend={() => void change(false)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
