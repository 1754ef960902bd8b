import { useMemo } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
import { useMayAsk } from '../use-may-ask.ts'
import { headOf, membersOf, textIn } from './names.ts'
import { Row } from './rows.tsx'

/** The villages of this person, with how many families of each are here. */
export function VillagesScreen() {
  const t = useText()
  const { state, view } = usePhone()
  const families = [...view.family.values()]
  return (
    <>
      <h1 className="field__title">{t('field.villages.title')}</h1>
      {state.villages.length === 0 && (
        <EmptyState title={t('field.villages.none.title')} text={t('field.villages.none.text')} />
      )}
      <ul className="field__rows">
        {state.villages.map(({ code, name }) => (
          <Row
            key={code}
            href={`/desa/${code}`}
            title={name}
            text={t('field.villages.count', { count: families.filter(({ place }) => place === code).length })}
          />
        ))}
      </ul>
    </>
  )
}

/** The families of one village, by their heads. */
export function VillageScreen({ code }: { readonly code: string }) {
  const { state, view } = usePhone()
  const mayAsk = useMayAsk()
  const families = useMemo(
    () =>
      [...view.family.values()]
        .filter(({ place, mergedInto }) => place === code && mergedInto === null)
        .map(({ id, said }) => ({ id, name: headOf(membersOf(view, id)), address: textIn(said, 'alamat') }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    [view, code],
  )
  const t = useText()
  return (
    <>
      <h1 className="field__title">{state.villages.find((one) => one.code === code)?.name ?? code}</h1>
      <ul className="field__rows">
        {families.map(({ id, name, address }) => (
          <Row key={id} href={`/keluarga/${id}`} title={name || t('field.family.nameless')} text={address} />
        ))}
      </ul>
      {mayAsk && (
        <Link href="/tanya/baru" className="field__link">
          {t('field.new.family')}
        </Link>
      )}
    </>
  )
}
