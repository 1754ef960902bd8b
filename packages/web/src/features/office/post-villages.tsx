import { Button } from '@navikt/ds-react/Button'
import { Chips } from '@navikt/ds-react/Chips'
import type { StaffLine } from '@openslrt/core/contract/reference-queries.ts'
import { useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'

type HeldPost = StaffLine['posts'][number]

/** The villages that a facilitator goes to: added and taken away one by one, saved at once. */
export function PostVillages({ post }: { post: HeldPost }) {
  const t = useText()
  const act = useAct()
  const [adding, setAdding] = useState(false)
  const villages = post.area?.villages ?? []
  const save = async (codes: readonly string[]): Promise<void> => {
    const { id, district } = post
    const data = { villages: [...codes] }
    await act.send('post.serve', { district, subject: id, base: post.area?.version ?? 0, data })
    setAdding(false)
  }
  const codes = villages.map(({ code }) => code)
  return (
    <div className="post-dated">
      <p>{villages.length === 0 ? t('staff.villages.none') : t('staff.villages')}</p>
      {villages.length > 0 && (
        <Chips aria-label={t('staff.villages')} size="small">
          {villages.map(({ code, name }) => (
            <Chips.Removable key={code} onDelete={() => void save(codes.filter((other) => other !== code))}>
              {name}
            </Chips.Removable>
          ))}
        </Chips>
      )}
      {adding ? (
        <PlacePicker
          size="small"
          label={t('staff.villages.which')}
          level="village"
          under={post.officePlace}
          value={null}
          onChange={(place) => place && void save([...codes, place.code])}
        />
      ) : (
        <div>
          <Button size="small" variant="tertiary" loading={act.busy} onClick={() => setAdding(true)}>
            {t('staff.villages.add')}
          </Button>
        </div>
      )}
      <ActProblem problem={act.problem} />
    </div>
  )
}
