import type { FamilyLine } from '@openslrt/core/contract/registry-queries.ts'
import { useLocation } from 'wouter'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FamilyPick } from './family-pick.tsx'
import { mergePath } from './find/person-path.ts'

const idle = { busy: false, problem: null }

/** DOUBLE-11 Chooses the family that this one may be: the two are compared before anything is done. */
export function MergePickForm({ line, onClose }: { readonly line: FamilyLine; readonly onClose: () => void }) {
  const t = useText()
  const [, go] = useLocation()
  const form = useForm(`family merge ${line.id}`, { family: '' }, ({ family }) =>
    family === '' ? { family: t('family.pick.missing') } : {},
  )
  const send = (): void => {
    if (!form.passes()) return
    const other = form.values.family
    form.clear()
    go(mergePath(line.district, line.id, other, 'family'))
  }
  return (
    <ActDialog
      title={t('family.merge')}
      hint={t('family.merge.hint')}
      sendText={t('family.merge.compare')}
      act={idle}
      onSend={send}
      onClose={onClose}
    >
      <FamilyPick district={line.district} except={line.id} {...form.field('family')} />
    </ActDialog>
  )
}
