import { Button } from '@navikt/ds-react/Button'
import type { AccessLine, ExportedCase, ExportedHolding, PersonExport } from '@openslrt/core/contract/access-queries.ts'
import { heldKinds } from '@openslrt/core/contract/access-queries.ts'
import { sayDeed } from '@openslrt/core/i18n/deed.ts'
import { variableWords } from '@openslrt/core/i18n/id/variables.ts'
import type { Say } from '@openslrt/core/i18n/translate.ts'
import { statementIn } from '@openslrt/core/registry/statements.ts'
import type { ReactNode } from 'react'
import { dayText } from '../../platform/hours/day-text.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FieldRow, FieldRows, Panel } from '../../ui/field-row.tsx'
import { PageHead } from '../../ui/page-shell.tsx'

/** What was gathered, as it is printed or saved. */
export function PersonPaper({ of }: { of: PersonExport }) {
  const t = useText()
  const when = useWhen()
  const isEmpty = of.cases.length + of.registry.length === 0
  const { madeBy: name, officeName: office, purpose } = of
  return (
    <>
      <PageHead title={t('export.title')} />
      <p>{t('export.made', { name, office, purpose, when: when.exact(of.madeAt) })}</p>
      {isEmpty && <EmptyState title={t('export.none.title')} text={t('export.none.text')} />}
      {!isEmpty && (
        <div className="access-acts not-on-paper">
          <Button onClick={() => window.print()}>{t('access.report.print')}</Button>
          <Button variant="secondary" onClick={() => save(of)}>
            {t('export.file')}
          </Button>
        </div>
      )}
      {of.registry.map((held) => (
        <HeldPaper key={held.id} of={held} />
      ))}
      {of.cases.map((kase) => (
        <CasePaper key={kase.number} of={kase} />
      ))}
    </>
  )
}

/** PRIVACY-9 What the registry holds: what is said of them, who said it when, and what was done for them. */
function HeldPaper({ of }: { of: ExportedHolding }) {
  const t = useText()
  const { moment, date } = useWhen()
  return (
    <Panel title={of.name === '' ? t('export.registry') : `${t('export.registry')} · ${of.name}`}>
      <FieldRows>
        <FieldRow label={t('export.place')}>{of.placeName}</FieldRow>
        <Lines label={t('export.said')} lines={linesOf(of.said, t)} />
        <Lines label={t('export.family')} lines={linesOf(of.family ?? {}, t)} />
        <Lines
          label={t('export.records')}
          lines={of.records.map(({ at, byName, officeName, source, values }) =>
            [moment(at), byName, officeName, source, ...linesOf(values, t)].filter(Boolean).join(' · '),
          )}
        />
        {heldKinds.map((what) => (
          <Lines
            key={what}
            label={t(`export.thing.${what}`)}
            lines={of.things
              .filter((thing) => thing.what === what)
              .map(({ at, name, status, officeName, words }) =>
                [date(at), name, status, officeName, ...words].filter(Boolean).join(' · '),
              )}
          />
        ))}
        <Lines label={t('access.panel')} lines={of.looks.map((one) => lookText(one, t, moment))} />
      </FieldRows>
    </Panel>
  )
}

/** Values by what they are called on screens; one that this release has no name for, by its own. */
const linesOf = (values: ExportedHolding['said'], t: Say): readonly string[] =>
  Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${variableName(name)}: ${valueText(value, t)}`)

function valueText(value: unknown, t: Say): string {
  if (typeof value === 'boolean') return t(value ? 'export.yes' : 'export.no')
  if (Array.isArray(value)) return value.join(', ')
  const text = String(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayText(text) : text
}

const names: Readonly<Record<string, string>> = variableWords
const variableName = (name: string): string => names[`variable.${name}`] ?? statementIn(name) ?? name

const lookText = (
  { at, look, staffName, officeName, reason }: AccessLine,
  t: ReturnType<typeof useText>,
  moment: (at: number) => string,
): string => [moment(at), t(`look.${look}`), staffName, officeName, reason].filter(Boolean).join(' · ')

function CasePaper({ of }: { of: ExportedCase }) {
  const t = useText()
  const lang = useLanguage()
  const { moment } = useWhen()
  return (
    <Panel title={`${of.number} · ${of.categoryName}`}>
      <FieldRows>
        <FieldRow label={t('case.column.client')}>{of.client.name}</FieldRow>
        <Told label={t('export.address')}>{of.client.address}</Told>
        <Told label={t('export.phone')}>{of.client.phone}</Told>
        <FieldRow label={t('export.place')}>{`${of.placeName} · ${of.officeName}`}</FieldRow>
        <FieldRow label={t('case.column.status')}>{t(`status.${of.status}`)}</FieldRow>
        <FieldRow label={t('export.story')} hint={of.story}>
          {of.summary}
        </FieldRow>
        <Told label={t('export.result')}>{of.result}</Told>
        <Lines label={t('export.files')} lines={of.files.map(({ name, addedAt }) => `${name} · ${moment(addedAt)}`)} />
        <Lines
          label={t('export.way')}
          lines={of.steps.map(({ at, action, officeName, note }) =>
            [moment(at), sayDeed(lang, action), officeName, note].filter(Boolean).join(' · '),
          )}
        />
        <Lines
          label={t('export.referrals')}
          lines={of.referrals.map(({ officeName, asked, status }) =>
            [officeName, t(`referral-status.${status}`), asked].join(' · '),
          )}
        />
        <Lines label={t('access.panel')} lines={of.looks.map((one) => lookText(one, t, moment))} />
      </FieldRows>
    </Panel>
  )
}

const Told = ({ label, children }: { label: string; children: ReactNode }) =>
  children ? <FieldRow label={label}>{children}</FieldRow> : null

function Lines({ label, lines }: { label: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <FieldRow label={label}>
      <ul className="card-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </FieldRow>
  )
}

/** Saves what is on the screen; nothing is asked of the server again. */
function save(of: PersonExport): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(of, null, 2)], { type: 'application/json' }))
  link.download = `data-warga-${new Date(of.madeAt).toISOString().slice(0, 10)}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
