import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { PastePart } from './paste-part.tsx'
import { Reports } from './reports.tsx'
import { usePasted } from './use-pasted.ts'
import './texts.ts'
import './intake.css'

/** Reports by text: pasted, checked one by one or sent together, and registered like any case. */
export function Screen() {
  const t = useText()
  const { can } = useActing()
  const pasting = usePasted()
  if (!can('case.register'))
    return <EmptyState level={1} title={t('intake.title')} text={t('case.register.forbidden')} />
  if (!pasting.ready) return <Loading label={t('shell.loading')} rows={8} />
  return pasting.form.values.read ? <Reports pasting={pasting} /> : <PastePart form={pasting.form} />
}
