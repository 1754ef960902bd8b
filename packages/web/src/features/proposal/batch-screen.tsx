import './texts.ts'
import { Button } from '@navikt/ds-react/Button'
import { tableForms } from '@openslrt/core/contract/joint-queries.ts'
import { type BatchPage, proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { useState } from 'react'
import { Link, useSearch } from 'wouter'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { LineField, RadioField } from '../../platform/act/fields.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { bytesOf } from '../../platform/files/base64-of.ts'
import { saveFile } from '../../platform/files/save-as.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen, type When } from '../../platform/i18n/use-when.ts'
import { Unread } from '../../platform/lists/unread.tsx'
import { type Column, DataRows } from '../../ui/data-rows.tsx'
import { FilterTabs } from '../../ui/filter-tabs.tsx'
import { PageHead } from '../../ui/page-shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { NoProposal } from './no-proposal.tsx'
import { monthWords } from './proposal-rows.tsx'
import { proposalTone } from './status-look.ts'
import './proposal.css'

interface ScreenProps {
  readonly params: Readonly<Record<string, string | undefined>>
}
type Item = BatchPage['items'][number]

/** One batch: its file, and how far it is typed into each system: `/kiriman/:district/:id`. */
export function Screen({ params }: ScreenProps) {
  const t = useText()
  const when = useWhen()
  const { district = '', id = '' } = params
  const target = new URLSearchParams(useSearch()).get('sistem') ?? undefined
  const [taking, setTaking] = useState(false)
  const query = { district, id, target }
  const asked = useAsk(proposalRoutes.batch, { query }, { keepPrevious: true, refetchInterval: 60_000 })
  const { data } = asked
  if (!data) return <Unread asked={asked} none={<NoProposal />} rows={8} />
  return (
    <>
      <PageHead
        title={t('proposal.batch.title', { month: monthWords(data.month, when) })}
        back={<Link href="/kiriman">{t('proposal.batches.back')}</Link>}
        action={<Button onClick={() => setTaking(true)}>{t('proposal.batch.file')}</Button>}
      />
      <p className="proposal__aside">
        {t('proposal.batch.by', { who: data.makerName, at: when.exact(data.madeAt), count: data.size })}
      </p>
      <Targets page={data} />
      <Progress page={data} />
      <DataRows
        caption={t('proposal.batch.items')}
        rows={data.items}
        keyOf={(item) => item.id}
        hrefOf={(item) => `/ketik/${item.district}/${item.id}?sistem=${data.target}`}
        columns={columnsOf(t, when)}
      />
      {taking && <TableForm page={data} onClose={() => setTaking(false)} />}
    </>
  )
}

function Targets({ page: { district, id, target, targets } }: { page: BatchPage }) {
  const t = useText()
  const lang = useLanguage()
  return (
    <FilterTabs
      label={t('proposal.target')}
      tabs={targets.map(({ code, names }) => ({
        key: code,
        label: names[lang],
        href: `/kiriman/${district}/${id}?sistem=${code}`,
        current: code === target,
      }))}
    />
  )
}

function Progress({ page: { items, typed } }: { page: BatchPage }) {
  const t = useText()
  const label = t('proposal.typed', { done: typed, count: items.length })
  return (
    <p>
      <label>
        {label} <progress className="proposal__progress" value={typed} max={Math.max(1, items.length)} />
      </label>
    </p>
  )
}

const columnsOf = (t: Say, when: When): readonly Column<Item>[] => [
  { key: 'kind', header: t('proposal.kind'), place: 'lead', cell: ({ kind }) => t(`proposal-kind.${kind}`) },
  {
    key: 'name',
    header: t('proposal.whom'),
    place: 'title',
    cell: ({ name }) => name,
    detail: ({ placeName }) => placeName,
  },
  {
    key: 'typed',
    header: t('proposal.typed.head'),
    place: 'text',
    cell: ({ typed }) =>
      typed ? t('proposal.typed.by', { who: typed.byName, at: when.moment(typed.at) }) : t('proposal.typed.not'),
  },
  {
    key: 'status',
    header: t('case.column.status'),
    place: 'aside',
    width: 'max-content',
    cell: ({ status }) => <StatusTag small tone={proposalTone[status]} label={t(`proposal-status.${status}`)} />,
  },
]

/** The batch as a file; who takes it says why, and stands in it. */
function TableForm({ page: { district, id }, onClose }: { page: BatchPage; onClose: () => void }) {
  const t = useText()
  const act = useAct()
  const form = useForm(`proposal:table:${id}`, { form: 'xlsx', reason: '' }, ({ reason }) =>
    reason.trim().length < 5 ? { reason: t('proposal.batch.reason.missing') } : {},
  )
  const send = async (): Promise<void> => {
    if (!form.passes()) return
    act.setBusy(true)
    const kind = tableForms.find((one) => one === form.values.form) ?? 'xlsx'
    const said = await ask(proposalRoutes.table, {
      body: { district, id, form: kind, reason: form.values.reason.trim() },
    })
    act.setBusy(false)
    if (!said.ok) return act.tell(said.error)
    saveFile(said.value.name, new Blob([bytesOf(said.value.content)], { type: said.value.type }))
    form.clear()
    onClose()
  }
  return (
    <ActDialog
      title={t('proposal.batch.file')}
      hint={t('proposal.batch.file.hint')}
      sendText={t('proposal.batch.file')}
      act={act}
      form={form}
      onSend={() => void send()}
      onClose={onClose}
    >
      <RadioField
        {...form.field('form')}
        label={t('proposal.batch.form')}
        options={tableForms.map((kind) => ({ value: kind, label: kind.toUpperCase() }))}
      />
      <LineField {...form.field('reason')} label={t('proposal.batch.reason')} maxLength={200} />
    </ActDialog>
  )
}
