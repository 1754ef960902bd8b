import { Button } from '@navikt/ds-react/Button'
import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { GivePost } from './give-post.tsx'
import { useRoleName } from './use-role-name.ts'

type HeldPost = StaffLine['posts'][number]

/** What a person does where: each can be ended, others given. */
export function StaffPosts({ person }: { person: StaffLine }) {
  const t = useText()
  const roleName = useRoleName()
  const [ending, setEnding] = useState<HeldPost | null>(null)
  const [giving, setGiving] = useState(false)
  return (
    <>
      {person.posts.length === 0 && <p>{t('staff.no-posts')}</p>}
      <ul className="staff-posts">
        {person.posts.map((post) => (
          <li key={post.id}>
            <span>{t('staff.post', { role: roleName(post.role), office: post.officeName })}</span>
            <Button
              size="small"
              variant="tertiary"
              data-color="danger"
              aria-label={t('staff.post.end.label', { role: roleName(post.role), office: post.officeName })}
              onClick={() => setEnding(post)}
            >
              {t('staff.post.end')}
            </Button>
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
      {ending && <EndPost person={person} post={ending} onClose={() => setEnding(null)} />}
    </>
  )
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
    <ActDialog
      harmful
      title={t('staff.post.end.title')}
      hint={t('staff.post.end.text', { name: person.name, role: roleName(role), office: officeName })}
      sendText={t('staff.post.end')}
      act={act}
      onSend={() => void end()}
      onClose={onClose}
    />
  )
}
