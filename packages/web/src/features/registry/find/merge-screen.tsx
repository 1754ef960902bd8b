import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { doubleRoutes, type MergePreview } from '@openslrt/core/contract/doubles.ts'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { ActProblem } from '../../../platform/act/act-problem.tsx'
import { useAct } from '../../../platform/act/use-act.ts'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { newId } from '../../../platform/outbox/uuid.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Panel } from '../../../ui/field-row.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import { familyHref } from '../family-address.ts'
import { useChoices } from '../use-choices.ts'
import { calledIn, MergeFields } from './merge-fields.tsx'
import { comparedIn, listPath, mergePath } from './person-path.ts'
import { reasonsText } from './reasons-text.ts'
import './find.css'

/** Two who may be one, field by field: what stands after they are merged is chosen here, or that they are two. */
export function Screen({
  params: { district = '', kept = '', gone = '' },
}: {
  readonly params: Readonly<Record<string, string | undefined>>
}) {
  const t = useText()
  const of = comparedIn(useSearch())
  const { data, problem } = useAsk(doubleRoutes.preview, { query: { district, of, kept, gone } })
  if (data) return <Compared key={`${kept} ${gone}`} preview={data} />
  return problem ? (
    <ErrorState
      level={1}
      title={t('merge.failed')}
      text={problem.message}
      action={
        <Button as={Link} href={listPath(of)}>
          {t('merge.back')}
        </Button>
      }
    />
  ) : (
    <Loading label={t('shell.loading')} rows={10} />
  )
}

function Compared({ preview }: { readonly preview: MergePreview }) {
  const t = useText()
  const [, go] = useLocation()
  const act = useAct()
  const { district, of, kept, gone, fields, follows, reasons } = preview
  const choices = useChoices(district)
  const [take, setTake] = useState<ReadonlySet<string>>(
    () => new Set(fields.filter((one) => one.take).map(({ field }) => field)),
  )
  const two = { of, kept: kept.id, gone: gone.id }
  const send = async (kind: 'registry.merge' | 'registry.not-same') => {
    const about = { district, subject: newId(), base: null }
    const versions = { take: [...take], keptVersion: kept.version, goneVersion: gone.version }
    const acted =
      kind === 'registry.merge'
        ? await act.send(kind, { ...about, data: { ...two, ...versions } })
        : await act.send(kind, { ...about, data: two })
    const isMerged = kind === 'registry.merge'
    if (acted.state !== 'refused')
      go(of === 'family' && isMerged ? familyHref({ district, id: kept.id }) : listPath(of))
  }
  const moved = follows.reduce((sum, { n }) => sum + n, 0)
  return (
    <>
      <PageHead title={t('merge.title')} back={<Link href={listPath(of)}>{t('merge.back')}</Link>} />
      <div className="merge__two">
        <strong>{t('merge.kept', { name: calledIn(t, of, kept.name), place: kept.placeName })}</strong>
        <Members names={kept.members} />
        <span>{t('merge.gone', { name: calledIn(t, of, gone.name), place: gone.placeName })}</span>
        <Members names={gone.members} />
        {reasons.length > 0 && <span className="find__read">{reasonsText(t, reasons)}</span>}
        <span>
          <Button as={Link} href={mergePath(district, gone.id, kept.id, of)} size="small" variant="tertiary">
            {t('merge.swap')}
          </Button>
        </span>
      </div>
      <Panel title={t('merge.fields')}>
        <MergeFields of={of} fields={fields} choices={choices} take={take} onTake={setTake} />
      </Panel>
      {moved > 0 && <p className="find__read">{t('merge.follows', { n: moved })}</p>}
      <p className="find__read">{t('merge.promise')}</p>
      <ActProblem problem={act.problem} />
      <div className="merge__acts">
        <Button loading={act.busy} onClick={() => void send('registry.merge')}>
          {t('merge.do')}
        </Button>
        <Button
          variant="secondary"
          data-color="neutral"
          disabled={act.busy}
          onClick={() => void send('registry.not-same')}
        >
          {t(of === 'person' ? 'merge.not-same' : 'merge.not-same.family')}
        </Button>
      </div>
    </>
  )
}

/** Who belongs to a family: the members of both are together once it is merged. */
function Members({ names }: { readonly names: readonly string[] }) {
  const t = useText()
  return names.length > 0 && <span className="find__read">{t('merge.members', { names: names.join(', ') })}</span>
}
