import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type LetterLine, type LetterPurpose, letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import { letterId } from '@openslrt/core/kernel/id.ts'
import { validLetter } from '@openslrt/core/letter/moves.ts'
import type { LetterPaper } from '@openslrt/core/letter/paper.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { lastList } from '../../ui/last-list.ts'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { ChainSteps } from './chain-steps.tsx'
import { type Doing, LetterDialog } from './letter-dialog.tsx'
import { LetterTag } from './letter-tag.tsx'
import { letterActs } from './panel-acts.ts'
import { PaperView } from './paper-view.tsx'
import { PrintButton } from './print-button.tsx'
import './letter.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}

/** One letter to be read before it is initialled or signed: what it says, where it is in its chain, and the acts. */
export function Screen({ params }: ScreenProps) {
  const district = ledgerCode.safeParse(params['district'])
  const id = letterId.safeParse(params['id'])
  return district.success && id.success ? <Read query={{ district: district.data, id: id.data }} /> : <None />
}

function Read({ query }: { query: { readonly district: string; readonly id: string } }) {
  const t = useText()
  const asked = useAsk(letterRoutes.paper, { query })
  const { district } = query
  const caseId = asked.data?.caseId
  const around = useAsk(
    letterRoutes.ofCase,
    { query: { district, id: caseId ?? '' } },
    { enabled: caseId !== undefined },
  )
  if (asked.problem && isNowhere(asked.problem.code)) return <None />
  if (asked.data && around.data) return <Found id={query.id} {...asked.data} {...around.data} />
  const failed = [asked, around].find(({ data, problem }) => problem && !data)
  if (!failed?.problem) return <Loading label={t('shell.loading')} rows={10} />
  return <Failed text={failed.problem.message} onRetry={failed.refetch} />
}

interface FoundProps {
  readonly id: string
  readonly caseId: string
  readonly paper: LetterPaper
  readonly letters: readonly LetterLine[]
  readonly purposes: readonly LetterPurpose[]
}

function Found({ id, caseId, paper, letters, purposes }: FoundProps) {
  const t = useText()
  const letter = letters.find((one) => one.id === id)
  if (!letter) return <None />
  return (
    <>
      <PageHead
        title={t(`letter-kind.${letter.kind}`)}
        back={<Link href={lastList()}>{t('letter.read.back')}</Link>}
        tags={<LetterTag status={letter.status} />}
      />
      <Acts letter={letter} subject={caseId} purposes={purposes} />
      <ChainSteps letter={letter} />
      <PaperView paper={paper} />
    </>
  )
}

interface ActsProps {
  readonly letter: LetterLine
  readonly subject: string
  readonly purposes: readonly LetterPurpose[]
}

function Acts({ letter, subject, purposes }: ActsProps) {
  const t = useText()
  const [doing, setDoing] = useState<Doing | null>(null)
  const acts = letterActs(letter.offers)
  return (
    <div className="letter__acts letter not-on-paper">
      {acts.map((action, nth) => (
        <Button
          key={action}
          size="small"
          variant={nth === 0 ? 'primary' : 'secondary'}
          {...(nth > 0 && { 'data-color': 'neutral' })}
          onClick={() => setDoing({ action, letter, kind: letter.kind })}
        >
          {t(`letter.act.${action}`)}
        </Button>
      ))}
      {validLetter.includes(letter.status) && (
        <PrintButton district={letter.district} letter={letter.id} name={`${letter.number}.pdf`} />
      )}
      <Button
        as={Link}
        href={`/kasus/${letter.district}/${subject}`}
        size="small"
        variant="tertiary"
        data-color="neutral"
      >
        {t('letter.read.case')}
      </Button>
      {doing && (
        <LetterDialog
          district={letter.district}
          subject={subject}
          purposes={purposes}
          doing={doing}
          onClose={() => setDoing(null)}
        />
      )}
    </div>
  )
}

/** There is no such letter, none that this person may see, or not even such a district. */
const isNowhere = (code: string): boolean => code === 'not-found' || code === 'wrong-district'

function Failed({ text, onRetry }: { text: string; onRetry: () => void }) {
  const t = useText()
  return (
    <ErrorState
      level={1}
      title={t('letter.failed')}
      text={text}
      action={<Button onClick={onRetry}>{t('failed.action')}</Button>}
    />
  )
}

function None() {
  const t = useText()
  return (
    <EmptyState
      level={1}
      title={t('letter.read.none')}
      text={t('letter.read.none.text')}
      action={
        <Button as={Link} href="/surat" variant="secondary">
          {t('letter.read.back')}
        </Button>
      }
    />
  )
}
