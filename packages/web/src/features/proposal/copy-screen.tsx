import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { Checkbox } from '@navikt/ds-react/Checkbox'
import { type ProposalSheet, proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { Link, useSearch } from 'wouter'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { fieldName } from './field-name.ts'
import { NoProposal } from './no-proposal.tsx'
import './proposal.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One proposal, field by field in the order of the other system, to be copied and ticked off: `/ketik/:district/:id`. */
export function Screen({ params }: ScreenProps) {
  const { district = '', id = '' } = params
  const target = new URLSearchParams(useSearch()).get('sistem') ?? 'siks-ng'
  const asked = useAsk(proposalRoutes.sheet, { body: { district, id, target } })
  const { data } = asked
  return data ? <Sheet sheet={data} district={district} /> : <Unread asked={asked} none={<NoProposal />} rows={12} />
}

function Sheet({ sheet, district }: { sheet: ProposalSheet; district: string }) {
  const t = useText()
  const when = useWhen()
  const act = useAct()
  const may = sheet.acts.includes('tick')
  const tick = (fields: readonly string[], done: boolean): void =>
    void act.send('proposal.tick', {
      district,
      subject: sheet.id,
      // Two people may tick at once: what the other ticked stays.
      base: null,
      data: { target: sheet.target, fields: [...fields], done },
    })
  const filled = sheet.lines.filter(({ value }) => value !== '')
  return (
    <>
      <PageHead
        title={t('proposal.copy.title', { name: sheet.name })}
        back={<Link href={`/usulan/${district}/${sheet.id}`}>{t('proposal.back.one')}</Link>}
      />
      <p className="proposal__aside">{t('proposal.copy.hint')}</p>
      <ActProblem problem={act.problem} />
      <Panel
        title={sheet.target.toUpperCase()}
        action={
          may && (
            <Button
              size="small"
              variant={sheet.done ? 'secondary' : 'primary'}
              loading={act.busy}
              onClick={() => tick([], sheet.done === null)}
            >
              {t(sheet.done ? 'proposal.copy.undo' : 'proposal.copy.whole')}
            </Button>
          )
        }
      >
        {sheet.done && <p>{t('proposal.typed.by', { who: sheet.done.byName, at: when.moment(sheet.done.at) })}</p>}
        <SheetLines lines={filled} locked={!may || act.busy} onTick={tick} />
      </Panel>
    </>
  )
}

interface SheetLinesProps {
  readonly lines: ProposalSheet['lines']
  readonly locked: boolean
  readonly onTick: (fields: readonly string[], done: boolean) => void
}

function SheetLines({ lines, locked, onTick }: SheetLinesProps) {
  const t = useText()
  const when = useWhen()
  return (
    <ol className="sheet">
      {lines.map(({ field, value, tick: done }) => (
        <li key={field} className="sheet__line">
          <span className="sheet__field">{fieldName(field)}</span>
          <span className="sheet__value">{value}</span>
          <CopyButton
            text={value}
            label={t('proposal.copy.field', { field: fieldName(field) })}
            done={t('proposal.copy.done')}
          />
          <Checkbox
            size="small"
            checked={done !== null}
            disabled={locked}
            onChange={(event) => onTick([field], event.target.checked)}
          >
            {done ? t('proposal.typed.by', { who: done.byName, at: when.moment(done.at) }) : t('proposal.copy.tick')}
            <span className="only-for-readers"> {fieldName(field)}</span>
          </Checkbox>
        </li>
      ))}
    </ol>
  )
}
