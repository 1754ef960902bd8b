import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { levelOf, placeCode } from '@openslrt/core/place/code.ts'
import { meetingKinds } from '@openslrt/core/proposal/proposal.ts'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { AskedList } from '../../platform/lists/asked-list.tsx'
import { newId } from '../../platform/outbox/uuid.ts'
import { type ChosenPlace, PlacePicker } from '../../platform/places/place-picker.tsx'
import { useActing, useZone } from '../../platform/session/use-session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { addressWith, pageOf } from '../../ui/list-address.ts'
import { PageHead } from '../../ui/page-shell.tsx'
import { MinutesRows } from './minutes-rows.tsx'
import { ProposalPages } from './proposal-tabs.tsx'
import './proposal.css'

/** Village meetings and their minutes. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const { can } = useActing()
  const [calling, setCalling] = useState(false)
  const asked = useAsk(proposalRoutes.meetings, { query: { page: pageOf(search) } }, { keepPrevious: true })
  return (
    <>
      <PageHead
        title={t('proposal.meetings')}
        action={can('proposal.make') && <Button onClick={() => setCalling(true)}>{t('proposal.meet')}</Button>}
      />
      <ProposalPages current="/musyawarah" />
      <AskedList
        asked={asked}
        failedTitle={t('proposal.failed')}
        hrefOf={(page) => addressWith('/musyawarah', search, { halaman: page })}
        empty={<EmptyState title={t('proposal.meetings.empty.title')} text={t('proposal.meetings.empty.text')} />}
      >
        {(items) => <MinutesRows rows={items} />}
      </AskedList>
      {calling && <MeetForm onClose={() => setCalling(false)} />}
    </>
  )
}

function MeetForm({ onClose }: { onClose: () => void }) {
  const t = useText()
  const act = useAct()
  const [, go] = useLocation()
  const { post } = useActing()
  const today = dayIn(useZone(), useWhen().now)
  const own = post && levelOf(post.place) === 'village' ? { code: String(post.place), label: post.officeName } : null
  const initial: { kind: string; day: string; venue: string; place: ChosenPlace | null } = {
    kind: 'musdes',
    day: today,
    venue: '',
    place: own,
  }
  const form = useForm('proposal:meet', initial, ({ day, venue, place }) => ({
    ...(day === '' && { day: t('proposal.meet.day.missing') }),
    ...(venue.trim().length < 3 && { venue: t('proposal.meet.venue.missing') }),
    ...(place === null && { place: t('proposal.form.place.missing') }),
  }))
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    const { kind, day, venue, place } = form.values
    const code = placeCode.parse(place?.code)
    const subject = newId()
    const data = { kind: meetingKinds.find((one) => one === kind) ?? 'musdes', place: code, day, venue: venue.trim() }
    const district = code.slice(0, 5)
    const acted = await act.send('proposal.meet', { district, subject, base: null, data })
    if (acted.state === 'refused') return
    form.clear()
    go(`/musyawarah/${district}/${subject}`)
  }
  return (
    <ActDialog
      title={t('proposal.meet')}
      hint={t('proposal.meet.hint')}
      sendText={t('proposal.meet')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <RadioField
        {...form.field('kind')}
        label={t('proposal.meet.kind')}
        options={meetingKinds.map((kind) => ({ value: kind, label: t(`minutes-kind.${kind}`) }))}
      />
      {own === null && (
        <PlacePicker
          {...form.field('place')}
          label={t('proposal.place')}
          level="village"
          {...(post && { under: post.place })}
        />
      )}
      <DayField {...form.field('day')} label={t('proposal.meet.day')} />
      <LineField {...form.field('venue')} label={t('proposal.meet.venue')} maxLength={200} />
    </ActDialog>
  )
}
