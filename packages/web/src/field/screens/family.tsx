import { useText } from '../../platform/i18n/use-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePhone } from '../phone-context.ts'
import { Facts } from './facts.tsx'
import { headOf, membersOf, textIn } from './names.ts'
import { Row, Rows } from './rows.tsx'

/** A family, or somebody without one, as far as it lies on the phone. */
export function FamilyScreen({ id }: { readonly id: string }) {
  const t = useText()
  const { view, visits } = usePhone()
  const family = view.family.get(id)
  const alone = view.person.get(id)
  if (!family && !alone)
    return <EmptyState level={1} title={t('field.family.none.title')} text={t('field.family.none.text')} />
  const members = alone ? [alone] : membersOf(view, id)
  const name = headOf(members)
  const ids = new Set([id, ...members.map((one) => String(one.id))])
  const about = (row: { readonly family: string | null; readonly person: string | null }): boolean =>
    ids.has(row.family ?? '') || ids.has(row.person ?? '')
  const said = family?.said ?? {}
  const programmes = [...view.participation.values()].filter(about)
  return (
    <>
      <h1 className="field__title">{name ? t('field.family.title', { name }) : t('field.family.nameless')}</h1>
      <Facts
        facts={[
          [t('field.family.address'), textIn(said, 'alamat')],
          [t('field.family.kk'), textIn(said, 'nomor_kartu_keluarga')],
          [t('field.family.desil'), textIn(said, 'desil')],
        ]}
      />
      <section>
        <h2 className="field__heading">{t('field.family.members')}</h2>
        <ul className="field__people">
          {members.map((one) => (
            <li key={one.id}>
              <strong>{textIn(one.said, 'nama')}</strong>
              <span>{born(textIn(one.said, 'tanggal_lahir'), t('field.family.born', { day: '{day}' }))}</span>
              <span>{textIn(one.said, 'nomor_induk_kependudukan')}</span>
            </li>
          ))}
        </ul>
      </section>
      {programmes.length > 0 && (
        <section>
          <h2 className="field__heading">{t('field.family.programmes')}</h2>
          <ul className="field__people">
            {programmes.map((one) => (
              <li key={one.id}>{one.programmeName}</li>
            ))}
          </ul>
        </section>
      )}
      <Rows title={t('field.family.visits')}>
        {visits
          .filter(({ visit }) => about(visit))
          .map(({ visit, pending }) => (
            <Row key={visit.id} href={`/kunjungan/${visit.id}`} title={visit.ask || visit.name} pending={pending} />
          ))}
      </Rows>
    </>
  )
}

const born = (day: string, words: string): string =>
  day === '' ? '' : words.replace('{day}', day.split('-').toReversed().join('-'))
