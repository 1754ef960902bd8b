import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { type FoundPerson, type ProposalLine, proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { lazy, Suspense, useState } from 'react'
import { Link, useSearch } from 'wouter'
import { LineField } from '../../platform/act/fields.tsx'
import { ask } from '../../platform/api/ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { Panel } from '../../ui/field-row.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { ProposalRows } from './proposal-rows.tsx'
import './proposal.css'

// The long part comes while somebody looks for whom it is.
const DraftForm = lazy(async () => ({ default: (await import('./draft-form.tsx')).DraftForm }))
const ChangeDraft = lazy(async () => ({ default: (await import('./change-draft.tsx')).ChangeDraft }))

/** A new proposal, for a case (`?kasus=`) or without; or one that is changed (`?ubah=district/id`). */
export function Screen() {
  const t = useText()
  const search = new URLSearchParams(useSearch())
  const changed = search.get('ubah')
  return (
    <Suspense fallback={<Loading label={t('shell.loading')} rows={8} />}>
      {changed ? <ChangeDraft of={changed} /> : <New kase={search.get('kasus')} />}
    </Suspense>
  )
}

interface Sought {
  readonly nik: string
  readonly person: FoundPerson | null
  readonly proposals: readonly ProposalLine[]
}

/** First who it is for: somebody of the registry by NIK, or somebody who is typed in. */
function New({ kase }: { kase: string | null }) {
  const t = useText()
  const [sought, setSought] = useState<Sought | null>(null)
  return (
    <>
      <PageHead title={t('proposal.new')} back={<Link href="/usulan">{t('proposal.back')}</Link>} />
      {sought === null ? (
        <Seek onFound={setSought} />
      ) : (
        <div className="proposal__form">
          {sought.proposals.length > 0 && (
            <Panel title={t('proposal.underway')}>
              <ProposalRows rows={sought.proposals} />
            </Panel>
          )}
          <DraftForm found={sought.person} nik={sought.nik} kase={kase} onAgain={() => setSought(null)} />
        </div>
      )}
    </>
  )
}

function Seek({ onFound }: { onFound: (sought: Sought) => void }) {
  const t = useText()
  const { post } = useActing()
  const [nik, setNik] = useState('')
  const [wrong, setWrong] = useState<string | undefined>()
  const seek = async (): Promise<void> => {
    const typed = nik.replace(/\D/g, '')
    if (typed.length !== 16) return setWrong(t('proposal.form.nik.wrong'))
    const said = await ask(proposalRoutes.find, { body: { district: post?.district ?? '', nik: typed } })
    if (!said.ok) return setWrong(said.error.message)
    onFound({ nik: typed, person: said.value.people[0] ?? null, proposals: said.value.proposals })
  }
  return (
    <Panel title={t('proposal.form.whom')}>
      <form
        className="proposal__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void seek()
        }}
      >
        <LineField
          id="proposal-nik"
          label={t('proposal.nik')}
          description={t('proposal.form.nik.hint')}
          inputMode="numeric"
          maxLength={20}
          value={nik}
          onChange={setNik}
          error={wrong}
        />
        <div className="proposal__acts">
          <Button>{t('proposal.form.seek')}</Button>
          <Button
            type="button"
            variant="secondary"
            data-color="neutral"
            onClick={() => onFound({ nik: '', person: null, proposals: [] })}
          >
            {t('proposal.form.without')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
