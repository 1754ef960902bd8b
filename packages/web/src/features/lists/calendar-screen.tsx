import { FileCsvIcon, PlusIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { Select } from '@navikt/ds-react/Select'
import { type DayLine, listRoutes } from '@openslrt/core/contract/list-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { z } from 'zod'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { AskedPart } from './asked-part.tsx'
import { CloseDay } from './close-day.tsx'
import { DayRows } from './day-rows.tsx'
import { FileDialog } from './file-dialog.tsx'
import { HoursDialog } from './hours-dialog.tsx'
import { HoursTable } from './hours-table.tsx'
import { calendarPath, listsPath, yearOf } from './lists-address.ts'
import { OpenDay } from './open-day.tsx'
import { useRuledPlace } from './use-ruled-place.ts'
import './texts.ts'
import './lists.css'

type Opened = 'close' | 'hours' | 'file' | DayLine | null

/** The closed days of a year and the office hours of a place. */
export function Screen() {
  const t = useText()
  const thisDay = dayIn(useZone(), useWhen().now)
  const [search, [, go]] = [useSearch(), useLocation()]
  const year = yearOf(search, thisDay)
  const { district, rules } = useRuledPlace()
  const asked = useAsk(listRoutes.calendar, { query: { district, year } }, { keepPrevious: true })
  const [opened, setOpened] = useState<Opened>(null)
  const [done, setDone] = useState<string | null>(null)
  const close = (came: string | null): void => {
    setOpened(null)
    setDone(came)
  }
  return (
    <>
      <PageHead
        back={<Link href={listsPath}>{t('calendar.back')}</Link>}
        title={t('calendar.title')}
        action={
          rules && (
            <Button icon={<PlusIcon aria-hidden />} onClick={() => setOpened('close')}>
              {t('calendar.close')}
            </Button>
          )
        }
      />
      <output className="lists__done">{done && <InlineMessage status="success">{done}</InlineMessage>}</output>
      {!rules && <p className="lists__locked">{t('lists.locked.above')}</p>}
      <div className="lists__filters">
        <YearSelect
          year={year}
          today={thisDay}
          onChange={(next) => go(`${calendarPath}?tahun=${next}`, { replace: true })}
        />
        <Button size="small" variant="tertiary" icon={<FileCsvIcon aria-hidden />} onClick={() => setOpened('file')}>
          {t('lists.file')}
        </Button>
      </div>
      <AskedPart asked={asked}>
        {(data) => (
          <>
            <Year data={data} year={year} rules={rules} onOpen={setOpened} />
            <Dialogs opened={opened} data={data} rules={rules} onClose={close} />
          </>
        )}
      </AskedPart>
    </>
  )
}

type Calendar = z.output<typeof listRoutes.calendar.reply>
interface YearProps {
  readonly data: Calendar
  readonly year: string
  readonly rules: boolean
  readonly onOpen: (opened: Opened) => void
}

function Year({ data, year, rules, onOpen }: YearProps) {
  const t = useText()
  const change = (
    <Button size="small" variant="secondary" onClick={() => onOpen('hours')}>
      {t('calendar.hours.change')}
    </Button>
  )
  return (
    <>
      <Panel title={t('calendar.days', { year })}>
        <DayRows days={data.days} today={data.today} onOpen={rules ? onOpen : null} />
      </Panel>
      <Panel title={t('calendar.hours')} action={rules && change}>
        <HoursTable hours={data.hours} zone={data.zone} today={data.today} />
      </Panel>
    </>
  )
}

interface DialogsProps {
  readonly opened: Opened
  readonly data: Calendar
  readonly rules: boolean
  readonly onClose: (done: string | null) => void
}

function Dialogs({ opened, data, rules, onClose }: DialogsProps) {
  const t = useText()
  switch (opened) {
    case null:
      return null
    case 'close':
      return <CloseDay today={data.today} onClose={onClose} />
    case 'hours':
      return <HoursDialog hours={data.hours} today={data.today} onClose={onClose} />
    case 'file':
      return <FileDialog list="calendar" name={t('calendar.title')} locked={!rules} onClose={onClose} />
    default:
      return <OpenDay line={opened} onClose={onClose} />
  }
}

interface YearSelectProps {
  readonly year: string
  readonly today: string
  readonly onChange: (year: string) => void
}

function YearSelect({ year, today, onChange }: YearSelectProps) {
  const t = useText()
  const now = Number(today.slice(0, 4))
  const years = [...new Set([year, ...[-1, 0, 1, 2].map((step) => String(now + step))])].toSorted()
  return (
    <Select size="small" label={t('calendar.year')} value={year} onChange={(event) => onChange(event.target.value)}>
      {years.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </Select>
  )
}
