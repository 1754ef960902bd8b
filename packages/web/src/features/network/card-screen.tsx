import './texts.ts'
import './network.css'
import { Button } from '@navikt/ds-react/Button'
import type { FactAbout } from '@openslrt/core/contract/network.ts'
import { type NetworkCard, networkRoutes } from '@openslrt/core/contract/network-queries.ts'
import { officeId } from '@openslrt/core/kernel/id.ts'
import type { NetworkAct } from '@openslrt/core/network/moves.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useDay } from '../../platform/hours/use-day.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { factForms } from './fact-forms.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { listPath } from './network-address.ts'
import { OfficePanel } from './office-panel.tsx'
import { StateTag } from './state-look.tsx'
import { StepForm } from './step-form.tsx'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One office of the network: where it stands, what holds of it, and all that was said. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = officeId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <None />
}

function Read({ query }: { readonly query: { readonly district: string; readonly id: string } }) {
  const t = useText()
  const asked = useAsk(networkRoutes.one, { query })
  if (!asked.data) return <Unread asked={asked} none={<None />} rows={10} />
  const card = asked.data
  return (
    <>
      <PageHead
        title={card.name}
        back={<Link href={listPath}>{t('network.back')}</Link>}
        tags={<StateTag state={card.state} />}
      />
      <Card card={card} />
    </>
  )
}

type Doing = { readonly step: NetworkAct } | { readonly about: FactAbout } | null

function Card({ card }: { readonly card: NetworkCard }) {
  const [t, day] = [useText(), useDay()]
  const [doing, setDoing] = useState<Doing>(null)
  const close = (): void => setDoing(null)
  const where = [card.placeName, card.within].filter((part) => part !== '').join(', ')
  return (
    <div className="network">
      <p className="network__where">
        {t(`network-kind.${card.kind}`)} · {where}
        {card.stateOn &&
          ` · ${t(`network-state.${card.state ?? 'unsaid'}`)} ${t('network.since', { day: day(card.stateOn) })}`}
      </p>
      <Steps acts={card.acts} onStep={(step) => setDoing({ step })} />
      <FactsPanel card={card} onSay={(about) => setDoing({ about })} />
      <OfficePanel card={card} />
      <HistoryPanel card={card} />
      {doing && 'step' in doing && <StepForm card={card} act={doing.step} onClose={close} />}
      {doing && 'about' in doing && <FactForm card={card} about={doing.about} onClose={close} />}
    </div>
  )
}

function FactForm({
  about,
  ...props
}: {
  readonly card: NetworkCard
  readonly about: FactAbout
  readonly onClose: () => void
}) {
  const Form = factForms[about]
  return <Form {...props} />
}

/** What comes next first; that it stopped is said quietly. */
const inOrder: readonly NetworkAct[] = ['activate', 'grow', 'release', 'revive', 'plan', 'lapse']

function Steps({ acts, onStep }: { readonly acts: readonly NetworkAct[]; readonly onStep: (act: NetworkAct) => void }) {
  const t = useText()
  const may = inOrder.filter((act) => acts.includes(act))
  if (may.length === 0) return null
  return (
    <div className="network__acts not-on-paper">
      {may.map((act, nth) => (
        <Button
          key={act}
          size="small"
          variant={nth === 0 && act !== 'lapse' ? 'primary' : 'secondary'}
          data-color={nth === 0 && act !== 'lapse' ? 'accent' : 'neutral'}
          onClick={() => onStep(act)}
        >
          {t(`network-act.${act}`)}
        </Button>
      ))}
    </div>
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('network.gone.title')}
      text={t('network.gone.text')}
      action={
        <Button as={Link} href={listPath} variant="secondary">
          {t('network.back')}
        </Button>
      }
    />
  )
}
