import { ChevronDownIcon } from '@navikt/aksel-icons'
import { ActionMenu } from '@navikt/ds-react/ActionMenu'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { targetOf } from '../../../platform/act/case-target.ts'
import { useAct } from '../../../platform/act/use-act.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { mainId } from '../../../ui/page-shell.tsx'
import { useActLabel } from './act-label.ts'
import type { CardAct, CardActs, RefusedAct } from './next-acts.ts'

interface ActBarProps {
  readonly card: CaseCard
  readonly acts: CardActs
  readonly said: string | null
  readonly onOpen: (act: CardAct) => void
  readonly onDone: (action: string, waiting: boolean) => void
}

/** What can be done: the next act loud, its neighbours beside it, the rest in a menu with what can't be done and why. */
export function ActBar({ card, acts, said, onOpen, onDone }: ActBarProps) {
  const t = useText()
  const label = useActLabel(card)
  const act = useAct()
  const begin = async (chosen: CardAct) => {
    act.tell(null)
    // Taking asks nothing and harms nothing: it needs no form.
    if (chosen.action !== 'take') return onOpen(chosen)
    const acted = await act.send('case.take', { ...targetOf(card), data: { note: '' } })
    if (acted.state !== 'refused') onDone('take', acted.state === 'waiting')
  }
  const button = (chosen: CardAct, loud: boolean) => (
    <Button
      key={`${chosen.referral} ${chosen.action}`}
      variant={loud ? 'primary' : 'secondary'}
      loading={act.busy && chosen.action === 'take'}
      onClick={() => void begin(chosen)}
    >
      {label(chosen)}
    </Button>
  )
  const { primary, near, more, refused, elsewhere } = acts
  return (
    <div className="act-bar not-on-paper">
      {elsewhere && (
        <InlineMessage status="info">{t('case.card.elsewhere', { office: card.line.officeName })}</InlineMessage>
      )}
      <div className="act-bar__buttons">
        {primary && button(primary, true)}
        {near.map((chosen) => button(chosen, false))}
        {(more.length > 0 || refused.length > 0) && (
          <MoreActs
            card={card}
            acts={acts}
            alone={!primary && near.length === 0}
            label={label}
            onChoose={(chosen) => void begin(chosen)}
          />
        )}
      </div>
      <output className="act-bar__said">{said && <InlineMessage status="success">{said}</InlineMessage>}</output>
      <ActProblem problem={act.problem} />
    </div>
  )
}

interface MoreActsProps {
  readonly card: CaseCard
  readonly acts: CardActs
  /** Without other buttons beside it. */
  readonly alone: boolean
  readonly label: (act: CardAct) => string
  readonly onChoose: (act: CardAct) => void
}

function MoreActs({ card, acts, alone, label, onChoose }: MoreActsProps) {
  const t = useText()
  // Shorter than what a refused command says: nobody has tried yet.
  const reasons = {
    'not-permitted': t('case.card.role-lacks'),
    'wrong-status': t('case.card.not-now', { status: t(`status.${card.line.status}`) }),
  }
  return (
    // Inside the page, so that it belongs to it for readers too; by itself it would hang beside every landmark.
    <ActionMenu rootElement={document.getElementById(mainId)}>
      <ActionMenu.Trigger>
        <Button
          variant={alone ? 'secondary' : 'tertiary'}
          data-color="neutral"
          icon={<ChevronDownIcon aria-hidden />}
          iconPosition="right"
        >
          {t('case.card.more')}
        </Button>
      </ActionMenu.Trigger>
      <ActionMenu.Content className="act-menu">
        {acts.more.length > 0 && (
          <ActionMenu.Group aria-label={t('case.card.more')}>
            {acts.more.map((act) => (
              <ActionMenu.Item key={`${act.referral} ${act.action}`} onSelect={() => onChoose(act)}>
                {label(act)}
              </ActionMenu.Item>
            ))}
          </ActionMenu.Group>
        )}
        {acts.refused.length > 0 && (
          <ActionMenu.Group label={t('case.card.refused')}>
            {explained(acts.refused, label, reasons).map(({ names, why }) => (
              <ActionMenu.Item
                key={names}
                className="act-menu__refused"
                aria-disabled
                onSelect={(event) => event.preventDefault()}
              >
                <span>
                  {names}
                  <span className="act-menu__why">{why}</span>
                </span>
              </ActionMenu.Item>
            ))}
          </ActionMenu.Group>
        )}
      </ActionMenu.Content>
    </ActionMenu>
  )
}

/** One reason may hold for many acts, such as what a role lacks: it is said once, below all their names. */
function explained(
  refused: readonly RefusedAct[],
  label: (act: CardAct) => string,
  reasons: Readonly<Record<string, string>>,
) {
  const whyOf = ({ code, why }: RefusedAct): string => reasons[code] ?? why
  return [...new Set(refused.map(whyOf))].map((why) => {
    const names = refused.filter((act) => whyOf(act) === why).map(label)
    return { names: names.join(' · '), why }
  })
}
