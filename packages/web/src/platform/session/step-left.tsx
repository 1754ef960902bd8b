import { type ComponentProps, lazy, Suspense } from 'react'
import { Loading } from '../../ui/loading.tsx'
import { useText } from '../i18n/use-text.ts'

// Few roles have a second step, and its code drawing is heavy: it stays out of everybody's first load.
const SecondStep = lazy(async () => ({ default: (await import('./second-step.tsx')).SecondStep }))

/** The step that is left after the password, fetched when somebody has one. */
export function StepLeft(props: ComponentProps<typeof SecondStep>) {
  const t = useText()
  return (
    <Suspense fallback={<Loading label={t('shell.loading')} rows={4} />}>
      <SecondStep {...props} />
    </Suspense>
  )
}
