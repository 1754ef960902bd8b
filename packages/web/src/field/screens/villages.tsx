import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
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
