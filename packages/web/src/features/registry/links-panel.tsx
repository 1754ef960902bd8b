import { Button } from '@navikt/ds-react/Button'
import { doubleRoutes, type LinkLine } from '@openslrt/core/contract/doubles.ts'
import type { PersonCard } from '@openslrt/core/contract/registry-queries.ts'
import { isStanding } from '@openslrt/core/registry/link.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useActing } from '../../platform/session/use-session.ts'
import { Panel } from '../../ui/field-row.tsx'
import { AskLinkForm } from './ask-link-form.tsx'

/** DOUBLE-12 In which other districts somebody is known: asked from here, confirmed from there. */
export function LinksPanel({ person }: { readonly person: PersonCard }) {
  const t = useText()
  const { can } = useActing()
  const [asking, setAsking] = useState(false)
  const { district, id } = person
  const { data } = useAsk(doubleRoutes.links, { query: { district, person: id } })
  const mayAsk = can('registry.edit') && person.mergedInto === null && 'nomor_induk_kependudukan' in person.said
  if (!data || (data.items.length === 0 && !mayAsk)) return null
  return (
    <Panel
      title={t('link.title')}
      action={
        mayAsk && (
          <Button size="small" variant="secondary" data-color="neutral" onClick={() => setAsking(true)}>
            {t('link.ask')}
          </Button>
        )
      }
    >
      {data.items.length === 0 && <p className="family__aside">{t('link.none')}</p>}
      <ul className="family__list">
        {data.items.map((link) => (
          <LinkItem key={link.id} link={link} />
        ))}
      </ul>
      {asking && <AskLinkForm person={person} onClose={() => setAsking(false)} />}
    </Panel>
  )
}

/** What one of the two districts sees of a link, with what it may say about it. */
export function LinkItem({ link }: { readonly link: LinkLine }) {
  const t = useText()
  const when = useWhen()
  const { act, answer, end } = useLink(link)
  const { asked, status, otherName, officeName, note, at, answeredAt } = link
  const facts = [officeName, when.date(answeredAt ?? at), note].filter(Boolean)
  return (
    <li className="family__item">
      <strong>{t(`link.${asked ? 'ours' : 'theirs'}.${status}`, { other: otherName })}</strong>
      <span className="family__aside">{facts.join(' · ')}</span>
      <ActProblem problem={act.problem} />
      <span className="family__acts not-on-paper">
        {link.mayAnswer && (
          <>
            <Button size="small" loading={act.busy} onClick={() => void answer(true)}>
              {t('link.yes')}
            </Button>
            <Button
              size="small"
              variant="secondary"
              data-color="neutral"
              disabled={act.busy}
              onClick={() => void answer(false)}
            >
              {t('link.no')}
            </Button>
          </>
        )}
        {link.mayEnd && isStanding(status) && (
          <Button size="small" variant="tertiary" data-color="neutral" disabled={act.busy} onClick={() => void end()}>
            {t(`link.end.${status}`)}
          </Button>
        )}
      </span>
    </li>
  )
}

function useLink({ district, id, version, person }: LinkLine) {
  const act = useAct()
  const about = { district, subject: id, base: version }
  return {
    act,
    answer: (same: boolean) => act.send('registry.answer-link', { ...about, data: { person, same } }),
    end: () => act.send('registry.end-link', { ...about, data: {} }),
  }
}
