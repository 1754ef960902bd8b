import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { Link } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { useActing } from '../../../platform/session/use-session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Panel } from '../../../ui/field-row.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { LinkItem } from '../links-panel.tsx'
import '../family.css'
import { personPath } from './person-path.ts'

/** DOUBLE-12 What other districts ask about people of this one, the oldest first. */
export function AskedList() {
  const t = useText()
  const { post } = useActing()
  const { data, problem } = useAsk(doubleRoutes.links, { query: {} })
  if (problem) return <ErrorState title={t('double.failed')} text={problem.message} />
  if (!data) return <Loading label={t('shell.loading')} rows={6} />
  if (data.items.length === 0) return <EmptyState title={t('link.asked.none.title')} text={t('link.asked.none.text')} />
  return (
    <>
      {data.items.map((link) => (
        <Panel
          key={link.id}
          title={link.personName}
          action={<Link href={personPath({ district: post?.district ?? '', id: link.person })}>{t('link.open')}</Link>}
        >
          <ul className="family__list">
            <LinkItem link={link} />
          </ul>
        </Panel>
      ))}
    </>
  )
}
