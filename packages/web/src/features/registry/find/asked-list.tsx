import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { Link } from 'wouter'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { UnreadPart } from '../../../platform/lists/unread.tsx'
import { useActing } from '../../../platform/session/use-session.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/field-row.tsx'
import { LinkItem } from '../links-panel.tsx'
import '../family.css'
import { personPath } from './person-path.ts'

/** DOUBLE-12 What other districts ask about people of this one, the oldest first. */
export function AskedList() {
  const t = useText()
  const { post } = useActing()
  const asked = useAsk(doubleRoutes.links, { query: {} })
  const { data } = asked
  if (!data) return <UnreadPart asked={asked} title={t('double.failed')} rows={6} />
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
