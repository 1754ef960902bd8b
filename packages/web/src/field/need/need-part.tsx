import './texts.ts'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { useProgrammes } from '../match/use-programmes.ts'
import { usePhone } from '../phone-context.ts'
import { PendingMark } from '../screens/rows.tsx'
import { useMayAsk } from '../use-may-ask.ts'
import { laidNeeds, laidTaken } from './laid.ts'

interface NeedPartProps {
  readonly id: string
  readonly about: (row: { readonly family: string | null; readonly person: string | null }) => boolean
}

/** FIELD-23 What a family needs and what they receive, with what was recorded here; and the ways to say more. */
export function NeedPart({ id, about }: NeedPartProps) {
  const t = useText()
  const { view, pending, lists } = usePhone()
  const mayAsk = useMayAsk()
  const kept = useProgrammes()
  const nameOf = (programme: string): string =>
    kept?.carried.programmes.find((one) => one.id === programme)?.name ?? t('need.form.programme')
  const needs = laidNeeds(view, pending, 0).filter(({ row }) => about(row))
  const taken = laidTaken(view, pending, nameOf).filter(({ row }) => about(row))
  const kindOf = (code: string): string => lists['need']?.find((item) => item.code === code)?.names.id ?? code
  return (
    <section>
      <h2 className="field__heading">{t('work.need.title')}</h2>
      <ul className="field__people">
        {needs.map(({ row, pending: state }) => (
          <li key={row.id}>
            <strong>{kindOf(row.kind)}</strong>
            {row.text && <span>{row.text}</span>}
            <span>
              {[t(`need-status.${row.status}`), row.programme && nameOf(row.programme)].filter(Boolean).join(' · ')}
            </span>
            <PendingMark state={state} />
          </li>
        ))}
      </ul>
      {mayAsk && (
        <Link href={`/kebutuhan/${id}`} className="field__link">
          {t('need.record')}
        </Link>
      )}
      <h2 className="field__heading">{t('field.family.programmes')}</h2>
      <ul className="field__people">
        {taken.map(({ row, pending: state }) => (
          <li key={row.id}>
            <strong>{row.programmeName}</strong>
            <span>{t(`participation-status.${row.status}`)}</span>
            {mayAsk && (
              <Link
                href={`/penerimaan/${row.person ?? row.family ?? id}?program=${row.programme}`}
                className="field__link"
              >
                {t('work.taken.again')}
              </Link>
            )}
            <PendingMark state={state} />
          </li>
        ))}
      </ul>
      {mayAsk && (
        <Link href={`/penerimaan/${id}`} className="field__link">
          {t('work.match.told')}
        </Link>
      )}
    </section>
  )
}
