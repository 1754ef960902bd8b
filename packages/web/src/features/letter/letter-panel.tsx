import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { CaseCard } from '@openslrt/core/contract/case-queries.ts'
import { type LetterLine, letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import { validLetter } from '@openslrt/core/letter/moves.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { Panel } from '../../ui/field-row.tsx'
import { ChainSteps } from './chain-steps.tsx'
import { KindDialog } from './kind-dialog.tsx'
import { type Doing, LetterDialog } from './letter-dialog.tsx'
import { LetterTag } from './letter-tag.tsx'
import { letterActs } from './panel-acts.ts'
import { PrintButton } from './print-button.tsx'
import './letter.css'

/** The letters of a case: where each stands in its chain, what this person may do with it, and a new one. */
export function LetterPanel({ card }: { card: CaseCard }) {
  const t = useText()
  const { district, id } = card.line
  const asked = useAsk(letterRoutes.ofCase, { query: { district, id } }, { refetchInterval: 60_000 })
  const [doing, setDoing] = useState<Doing | 'choose' | null>(null)
  const { data, problem } = asked
  if (!data) return problem ? <Panel title={t('letter.panel')}>{t('letter.failed')}</Panel> : null
  const may = data.kinds.some(({ refusal }) => refusal === null)
  if (data.letters.length === 0 && !may) return null
  const close = (): void => setDoing(null)
  return (
    <Panel title={t('letter.panel')}>
      {data.letters.length === 0 && <p className="letter__aside">{t('letter.none')}</p>}
      {data.letters.map((letter) => (
        <OneLetter key={letter.id} letter={letter} onDo={(action) => setDoing({ action, letter, kind: letter.kind })} />
      ))}
      {may && (
        <div className="letter__acts not-on-paper">
          <Button size="small" variant="secondary" onClick={() => setDoing('choose')}>
            {t('letter.new')}
          </Button>
        </div>
      )}
      {doing === 'choose' && (
        <KindDialog
          kinds={data.kinds}
          onChoose={(kind) => setDoing({ action: 'draft', letter: null, kind })}
          onClose={close}
        />
      )}
      {doing !== null && doing !== 'choose' && (
        <LetterDialog district={district} subject={id} purposes={data.purposes} doing={doing} onClose={close} />
      )}
    </Panel>
  )
}

interface OneLetterProps {
  readonly letter: LetterLine
  readonly onDo: (action: ReturnType<typeof letterActs>[number]) => void
}

function OneLetter({ letter, onDo }: OneLetterProps) {
  const t = useText()
  const when = useWhen()
  const { id, district, kind, status, number, note, handedAt, handedTo } = letter
  return (
    <article className="letter">
      <div className="letter__head">
        <span className="letter__kind">{t(`letter-kind.${kind}`)}</span>
        <LetterTag status={status} />
      </div>
      {number && <p className="letter__aside numbers">{t('letter.number', { number })}</p>}
      <ChainSteps letter={letter} />
      {note && <p className="letter__words">{t('letter.note', { note })}</p>}
      {letter.replaces && <p className="letter__aside">{t('letter.replaces')}</p>}
      {handedAt !== null && (
        <p className="letter__aside">{t('letter.handed', { name: handedTo ?? '', when: when.moment(handedAt) })}</p>
      )}
      <div className="letter__acts not-on-paper">
        {letterActs(letter.offers).map((action) => (
          <Button key={action} size="small" variant="secondary" data-color="neutral" onClick={() => onDo(action)}>
            {t(`letter.act.${action}`)}
          </Button>
        ))}
        {validLetter.includes(status) ? (
          <PrintButton district={district} letter={id} name={`${number}.pdf`} />
        ) : (
          <Button as={Link} href={`/surat/${district}/${id}`} size="small" variant="tertiary" data-color="neutral">
            {t('letter.read')}
          </Button>
        )}
      </div>
    </article>
  )
}
