import { Button } from '@navikt/ds-react/Button'
import { type FileKind, type FileLine, listRoutes } from '@openslrt/core/contract/list-queries.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { ask } from '../../platform/api/ask.ts'
import { saveAs } from '../../platform/files/save-as.ts'
import { TablePick } from '../../platform/files/table-pick.tsx'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { useZone } from '../../platform/session/use-session.ts'
import { type FilePlan, FilePlanLines } from './file-plan-lines.tsx'
import { sendableOf } from './sendable-of.ts'
import { useRuledPlace } from './use-ruled-place.ts'

/** What the door takes; the longest list that is shipped is a tenth of it. */
const mostListBytes = 500_000

interface FileDialogProps {
  readonly list: FileKind
  readonly name: string
  readonly locked: boolean
  readonly onClose: (done: string | null) => void
}

/** A list as a table: downloaded, and read again with a look at what would change before anything does. */
export function FileDialog({ list, name, locked, onClose }: FileDialogProps) {
  const t = useText()
  const today = dayIn(useZone(), useWhen().now)
  const { act, from, setFrom, plan, read, download, send, sending } = useFile(list, name, today)
  const changes = plan?.lines.flatMap(({ asks }) => asks).length ?? 0
  return (
    <ActDialog
      wide
      title={t('lists.file.title', { list: name })}
      hint={t('lists.file.about')}
      sendText={changes > 0 ? t('lists.file.send', { count: changes }) : t('lists.file.download')}
      act={act}
      onSend={() =>
        void (changes > 0
          ? send().then((count) => count !== null && onClose(t('lists.file.done', { count })))
          : download())
      }
      onClose={() => onClose(null)}
    >
      {changes > 0 && (
        <Button type="button" size="small" variant="tertiary" onClick={() => void download()}>
          {t('lists.file.download')}
        </Button>
      )}
      {!locked && (
        <>
          {list !== 'calendar' && (
            <DayField
              id="lists-file-from"
              label={t('lists.file.from')}
              min={today}
              value={from}
              onChange={setFrom}
              error={undefined}
            />
          )}
          <TablePick
            label={t('lists.file.choose')}
            accept=".csv,.txt,.tsv"
            limitBytes={mostListBytes}
            onFile={(file) => void read(file)}
          />
          {plan && <FilePlanLines plan={plan} name={name} />}
        </>
      )}
      <output>{sending !== null && t('lists.file.sending', { done: sending, count: changes })}</output>
    </ActDialog>
  )
}

function useFile(list: FileKind, name: string, today: string) {
  const act = useAct()
  const { district } = useRuledPlace()
  const [from, setFrom] = useState(today)
  const [text, setText] = useState<string | null>(null)
  const [plan, setPlan] = useState<FilePlan | null>(null)
  const [sending, setSending] = useState<number | null>(null)
  const look = async (words: string | null, day: string): Promise<void> => {
    setText(words)
    setPlan(null)
    if (words === null) return
    const said = await ask(listRoutes.plan, { body: { district, list, from: day, text: words } })
    act.tell(said.ok ? null : said.error)
    if (said.ok) setPlan(said.value)
  }
  const download = async (): Promise<void> => {
    const said = await ask(listRoutes.file, { query: { district, list } })
    act.tell(said.ok ? null : said.error)
    if (said.ok) saveAs(`${name} ${district}.csv`, csvOf(said.value.rows))
  }
  // One after the other: what a later line says may rest on an earlier one.
  const send = async (): Promise<number | null> => {
    const asks = plan?.lines.flatMap((line: FileLine) => line.asks) ?? []
    for (const [nth, asked] of asks.entries()) {
      setSending(nth)
      const sendable = sendableOf(asked)
      // oxlint-disable-next-line no-await-in-loop -- in the order of the file
      const acted =
        sendable && (await act.send(sendable.kind, { district, subject: newId(), base: null, data: sendable.data }))
      if (acted?.state === 'refused') {
        const { problem } = acted
        await look(text, from)
        act.tell(problem)
        setSending(null)
        return null
      }
    }
    return asks.length
  }
  return {
    act,
    from,
    setFrom: (day: string) => {
      setFrom(day)
      void look(text, day)
    },
    plan,
    sending,
    read: async (file: File | null) => look(file && (await file.text()), from),
    download,
    send,
  }
}
