import { Button } from '@navikt/ds-react/Button'
import type { AssessmentPage } from '@openslrt/core/contract/independence-queries.ts'
import { missingIn, unexplained } from '@openslrt/core/independence/complete.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { NoteForm, StepForm } from './act-forms.tsx'
import { fillPath, judgePath } from './independence-address.ts'

type Dialog = 'submit' | 'verify' | 'sign' | 'return' | 'withdraw'

/** What stands between an assessment and its next step, by the names of its indicators. */
export function leftIn(page: AssessmentPage): {
  readonly missing: readonly string[]
  readonly bare: readonly string[]
} {
  const { instrument, answers, judged, figures, acts } = page
  if (acts.includes('judge')) return { missing: missingIn(instrument, judged), bare: [] }
  return { missing: missingIn(instrument, answers), bare: unexplained(instrument, answers, figures) }
}

/** The acts of this reader: one loud button, the next, and what else they may do. */
export function ResultActs({ page }: { readonly page: AssessmentPage }) {
  const t = useText()
  const [open, setOpen] = useState<Dialog | null>(null)
  const { missing, bare } = leftIn(page)
  const whole = missing.length === 0 && bare.length === 0
  const writes = page.acts.some((act) => act === 'save' || act === 'judge')
  const dialogs = shownActs.filter((act) => page.acts.includes(act) && (whole || !needsWhole.includes(act)))
  return (
    <div className="not-on-paper">
      {writes && !whole && <Left page={page} />}
      <div className="independence__acts">
        <WriteLink page={page} loud={!whole} />
        {dialogs.map((act) => (
          <Act key={act} act={act} onOpen={setOpen} />
        ))}
        <Button variant="secondary" onClick={() => window.print()}>
          {t('independence.print')}
        </Button>
      </div>
      <Opened act={open} page={page} onClose={() => setOpen(null)} />
    </div>
  )
}

/** In the order of the buttons, what comes next first. */
const shownActs: readonly Dialog[] = ['submit', 'verify', 'sign', 'return', 'withdraw']
const needsWhole: readonly Dialog[] = ['submit', 'verify']
const quiet: readonly Dialog[] = ['return', 'withdraw']

/** The way to the form: of the district to fill it, of the province to look at it. */
function WriteLink({ page: { acts, district, id }, loud }: { readonly page: AssessmentPage; readonly loud: boolean }) {
  const t = useText()
  const variant = loud ? 'primary' : 'secondary'
  if (acts.includes('save'))
    return (
      <Button as={Link} href={fillPath(district, id)} variant={variant}>
        {t('independence.fill')}
      </Button>
    )
  if (!acts.includes('judge')) return null
  return (
    <Button as={Link} href={judgePath(district, id)} variant={variant}>
      {t('independence.look')}
    </Button>
  )
}

function Act({ act, onOpen }: { readonly act: Dialog; readonly onOpen: (act: Dialog) => void }) {
  const t = useText()
  return (
    <Button variant={quiet.includes(act) ? 'tertiary' : 'primary'} onClick={() => onOpen(act)}>
      {t(`assessment-act.${act}`)}
    </Button>
  )
}

interface OpenedProps {
  readonly act: Dialog | null
  readonly page: AssessmentPage
  readonly onClose: () => void
}

function Opened({ act, ...props }: OpenedProps) {
  if (act === null) return null
  return act === 'return' || act === 'withdraw' ? <NoteForm act={act} {...props} /> : <StepForm act={act} {...props} />
}

const mostNamed = 5

function Left({ page }: { readonly page: AssessmentPage }) {
  const [t, lang] = [useText(), useLanguage()]
  const { missing, bare } = leftIn(page)
  const all = page.instrument.indicators.length
  const judging = page.acts.includes('judge')
  const named = (codes: readonly string[]): string => {
    const names = codes.flatMap(
      (code) => page.instrument.indicators.find((one) => one.code === code)?.names[lang] ?? [],
    )
    return names.slice(0, mostNamed).join('; ') + (names.length > mostNamed ? ' …' : '')
  }
  return (
    <div className="independence__left">
      <p>
        {t(judging ? 'independence.progress.judged' : 'independence.progress', { done: all - missing.length, all })}
      </p>
      {missing.length > 0 && <p>{t('independence.missing', { names: named(missing) })}</p>}
      {bare.length > 0 && <p>{t('independence.missing.reason', { names: named(bare) })}</p>}
    </div>
  )
}
