import '../match/work-texts.ts'
import { Button } from '@navikt/ds-react/Button'
import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Pending } from '../../platform/replica/pending.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NeedPart } from '../need/need-part.tsx'
import { usePhone } from '../phone-context.ts'
import { ProposalPart } from '../propose/proposal-rows.tsx'
import { useMayAsk } from '../use-may-ask.ts'
import { Facts } from './facts.tsx'
import { headOf, membersOf, textIn } from './names.ts'
import { PendingMark, Row, Rows } from './rows.tsx'

/** A family, or somebody without one, as far as it lies on the phone. */
export function FamilyScreen({ id }: { readonly id: string }) {
  const t = useText()
  const { view, visits, pending } = usePhone()
  const mayAsk = useMayAsk()
  const waits = (holder: string) => pending.findLast(({ command }) => command.subject === holder)?.state ?? null
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
      {family && mayAsk && (
        <p className="field__act">
          <Button as={Link} href={`/tanya/keluarga/${id}`}>
            {t('field.family.ask')}
          </Button>
          <PendingMark state={waits(id)} />
        </p>
      )}
      <Link href={`/program/${id}`} className="field__link">
        {t('work.match.open')}
      </Link>
      <Members members={members} family={family ? id : null} waits={waits} />
      <NeedPart id={id} about={about} />
      <ProposalPart id={id} about={about} />
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

interface MembersProps {
  readonly members: readonly ReplicaRow['person'][]
  /** The family that somebody can be added to. */
  readonly family: string | null
  readonly waits: (holder: string) => Pending['state'] | null
}

function Members({ members, family, waits }: MembersProps) {
  const t = useText()
  const mayAsk = useMayAsk()
  return (
    <section>
      <h2 className="field__heading">{t('field.family.members')}</h2>
      <ul className="field__people">
        {members.map((one) => (
          <li key={one.id}>
            <strong>{textIn(one.said, 'nama')}</strong>
            <span>{born(textIn(one.said, 'tanggal_lahir'), t('field.family.born', { day: '{day}' }))}</span>
            <span>{textIn(one.said, 'nomor_induk_kependudukan')}</span>
            {mayAsk && (
              <Link href={`/tanya/warga/${one.id}`} className="field__link">
                {t('field.family.ask-person', { name: textIn(one.said, 'nama') })}
              </Link>
            )}
            <PendingMark state={waits(one.id)} />
          </li>
        ))}
      </ul>
      {family !== null && mayAsk && (
        <Link href={`/tanya/baru/${family}`} className="field__link">
          {t('field.family.add')}
        </Link>
      )}
    </section>
  )
}

const born = (day: string, words: string): string =>
  day === '' ? '' : words.replace('{day}', day.split('-').toReversed().join('-'))
