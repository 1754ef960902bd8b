import { Button } from '@navikt/ds-react/Button'
import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { servesVillages } from '@openslrt/core/office/leave.ts'
import { useState } from 'react'
import { useAct } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { AskFirst } from './ask-first.tsx'
import { GivePost } from './give-post.tsx'
import { PostLeave } from './post-leave.tsx'
import { PostVillages } from './post-villages.tsx'
import { useRoleName } from './use-role-name.ts'

type HeldPost = StaffLine['posts'][number]

/** What a person does where: each can be ended, others given. */
export function StaffPosts({ person }: { person: StaffLine }) {
  const t = useText()
  const roleName = useRoleName()
  const [ending, setEnding] = useState<string | null>(null)
  const [giving, setGiving] = useState(false)
  return (
    <>
      {person.posts.length === 0 && <p>{t('staff.no-posts')}</p>}
      <ul className="staff-posts">
        {person.posts.map((post) => (
          <li key={post.id}>
            <div className="staff-posts__line">
              <span>{t('staff.post', { role: roleName(post.role, post.district), office: post.officeName })}</span>
              {post.id !== ending && (
                <Button
                  size="small"
                  variant="tertiary"
                  data-color="danger"
                  aria-label={t('staff.post.end.label', {
                    role: roleName(post.role, post.district),
                    office: post.officeName,
                  })}
                  onClick={() => setEnding(post.id)}
                >
                  {t('staff.post.end')}
                </Button>
              )}
            </div>
            <PostDates post={post} />
            {post.standsInFor === null && <PostLeave person={person} post={post} />}
            {servesVillages(post.role) && <PostVillages post={post} />}
            {post.id === ending && <EndPost person={person} post={post} onClose={() => setEnding(null)} />}
          </li>
        ))}
      </ul>
      {giving ? (
        <GivePost person={person} onClose={() => setGiving(false)} />
      ) : (
        <div>
          <Button size="small" variant="secondary" onClick={() => setGiving(true)}>
            {t('staff.post.give')}
          </Button>
        </div>
      )}
    </>
  )
}

/** What a post is only for a time, and for whom. */
function PostDates({ post: { standsInFor, from, until } }: { post: HeldPost }) {
  const t = useText()
  const when = useWhen()
  if (standsInFor === null || until === null) return null
  const days = { from: when.date(from), until: when.date(until - 1) }
  return <p className="post-dated">{t('staff.stands-in', { name: standsInFor, ...days })}</p>
}

function EndPost({ person, post, onClose }: { person: StaffLine; post: HeldPost; onClose: () => void }) {
  const t = useText()
  const roleName = useRoleName()
  const act = useAct()
  const { id, district, version, role, officeName } = post
  const end = async (): Promise<void> => {
    const acted = await act.send('post.end', { district, subject: id, base: version, data: {} })
    if (acted.state !== 'refused') onClose()
  }
  return (
    <AskFirst
      title={t('staff.post.end.title')}
      text={t('staff.post.end.text', { name: person.name, role: roleName(role, district), office: officeName })}
      confirmText={t('staff.post.end.confirm')}
      act={act}
      onConfirm={() => void end()}
      onCancel={onClose}
    />
  )
}
