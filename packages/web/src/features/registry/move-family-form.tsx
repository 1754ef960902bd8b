import type { FamilyLine } from '@openslrt/core/contract/registry-queries.ts'
import { useLocation } from 'wouter'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing } from '../../platform/session/use-session.ts'
import { familyHref } from './family-address.ts'
import { carrying } from './moved.ts'
import { originOf } from './origin-fields.tsx'

interface MoveFamilyProps {
  readonly line: FamilyLine
  readonly onClose: () => void
}

/** REGISTRY-22 A family that lives in another village from now on: its members come along. */
export function MoveFamilyForm({ line, onClose }: MoveFamilyProps) {
  const t = useText()
  const act = useAct()
  const { post } = useActing()
  const [, go] = useLocation()
  const form = useForm(`family move ${line.id}`, { village: '', villageName: '', source: '' }, (typed) => ({
    ...(typed.village === '' && { village: t('family.new.village.missing') }),
    ...(typed.village === line.place && { village: t('family.move.same') }),
    ...(typed.source.trim().length < 3 && { source: t('family.move.source') }),
  }))
  const { values, errors, change } = form
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const { district, id, version, place, placeName } = line
    const acted = await act.send('registry.record', {
      district,
      subject: id,
      base: version,
      data: {
        of: 'family',
        values: { kode_kelurahan_desa: values.village },
        desil: null,
        ...originOf({ way: 'desk', source: values.source }),
      },
    })
    if (acted.state === 'refused') return
    form.clear()
    onClose()
    go(familyHref({ district, id }), {
      replace: true,
      ...carrying({
        what: 'family',
        village: place,
        name: placeName,
        version: acted.state === 'accepted' ? (acted.outcome.version ?? version) : version,
      }),
    })
  }
  return (
    <ActDialog
      title={t('family.move')}
      hint={t('family.move.hint')}
      sendText={t('person.move.send')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <PlacePicker
        label={t('family.new.village')}
        level="village"
        {...(post && { under: post.place })}
        error={errors.village}
        value={values.village ? { code: values.village, label: values.villageName } : null}
        onChange={(place) => change({ village: place?.code ?? '', villageName: place?.label ?? '' })}
      />
      <LineField label={t('family.source')} description={t('family.move.source')} {...form.field('source')} />
    </ActDialog>
  )
}
