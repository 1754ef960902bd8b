import { Button } from '@navikt/ds-react/Button'
import { Component, type ReactNode } from 'react'
import { t } from '../platform/i18n/use-text.ts'
import { ErrorState } from '../ui/error-state.tsx'

interface State {
  readonly fault: unknown
}

/** Catches what a screen throws while drawing, so that the frame stays and there is a way on. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: null }

  static getDerivedStateFromError(fault: unknown): State {
    return { fault }
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children
    // After an update the old page asks for files that are gone: that is not a fault, it only needs a reload.
    const kind = isMissingChunk(this.state.fault) ? 'version' : 'failed'
    return (
      <ErrorState
        level={1}
        title={t(`shell.${kind}.title`)}
        text={t(`shell.${kind}.text`)}
        action={<Button onClick={() => window.location.reload()}>{t('shell.failed.action')}</Button>}
      />
    )
  }
}

const isMissingChunk = (fault: unknown): boolean =>
  fault instanceof TypeError && /dynamically imported module|module script|preload/i.test(fault.message)
