import { Button } from '@navikt/ds-react/Button'
import { Select } from '@navikt/ds-react/Select'
import { TextField } from '@navikt/ds-react/TextField'
import { sayRule } from '@openslrt/core/i18n/say-programme.ts'
import { checkRule, type Unit } from '@openslrt/core/programme/check-rule.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { FactEditor } from './fact-editor.tsx'
import {
  type AskDraft,
  emptyGroup,
  type GroupDraft,
  groupKinds,
  newAsk,
  newPart,
  type RuleDraft,
  ruleOf,
} from './rule-draft.ts'
import { useTelling } from './use-telling.ts'
import { useVocabulary } from './vocabulary.tsx'
import './programme.css'

interface EditorProps<Draft> {
  readonly draft: Draft
  readonly unit: Unit
  /** Faults are told once somebody has tried to save. */
  readonly told: boolean
  readonly onChange: (draft: Draft) => void
}

/** PROG-7 Puts a rule together by choosing: groups within groups, and in them what is asked. */
export function RuleEditor(props: EditorProps<GroupDraft>) {
  return (
    <div className="editor">
      <GroupEditor {...props} inMember={false} onRemove={null} />
    </div>
  )
}

interface PartProps<Draft> extends EditorProps<Draft> {
  readonly inMember: boolean
  readonly onRemove: (() => void) | null
}

function GroupEditor({ draft, unit, told, inMember, onChange, onRemove }: PartProps<GroupDraft>) {
  const t = useText()
  const within = inMember || draft.kind === 'member'
  const setPart = (nth: number, part: RuleDraft): void => onChange({ ...draft, parts: draft.parts.with(nth, part) })
  const add = (part: RuleDraft): void => onChange({ ...draft, parts: [...draft.parts, part] })
  const kinds = groupKinds.filter((kind) => kind !== 'member' || !inMember)
  return (
    <fieldset className="editor__group">
      <legend className="only-for-readers">{t(`rule.${draft.kind}`)}</legend>
      <div className="editor__head">
        <Select
          size="small"
          label={t('rule.edit.group.kind')}
          value={draft.kind}
          onChange={(event) => onChange({ ...draft, kind: kinds.find((kind) => kind === event.target.value) ?? 'all' })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`rule.${kind}`)}
            </option>
          ))}
        </Select>
        {onRemove && <Remove what={t(`rule.${draft.kind}`)} onRemove={onRemove} />}
      </div>
      {draft.parts.map((part, nth) => (
        <PartEditor
          // oxlint-disable-next-line react/no-array-index-key -- a part is known by its place: nothing else tells two empty ones apart
          key={nth}
          draft={part}
          unit={unit}
          told={told}
          inMember={within}
          onChange={(changed) => setPart(nth, changed)}
          onRemove={() => onChange({ ...draft, parts: draft.parts.toSpliced(nth, 1) })}
        />
      ))}
      <FaultLine draft={draft} unit={unit} told={told} inMember={inMember} />
      <div className="editor__acts">
        <Button type="button" size="small" variant="secondary" onClick={() => add(newPart)}>
          {t('rule.edit.add')}
        </Button>
        <Button type="button" size="small" variant="tertiary" onClick={() => add(newAsk)}>
          {t('rule.edit.asked')}
        </Button>
        <Button
          type="button"
          size="small"
          variant="tertiary"
          onClick={() =>
            add(within ? { ...emptyGroup, kind: 'any' } : { ...emptyGroup, kind: unit === 'family' ? 'member' : 'any' })
          }
        >
          {t('rule.edit.group')}
        </Button>
      </div>
    </fieldset>
  )
}

function PartEditor(props: PartProps<RuleDraft>) {
  const { draft, onChange, ...rest } = props
  if ('parts' in draft) return <GroupEditor draft={draft} onChange={onChange} {...rest} />
  return (
    <div className="editor__part">
      {draft.kind === 'ask' ? (
        <AskEditor draft={draft} onChange={onChange} />
      ) : (
        <FactEditor draft={draft} onChange={onChange} />
      )}
      <FaultLine draft={draft} unit={rest.unit} told={rest.told} inMember={rest.inMember} />
      {rest.onRemove && <RemovePart draft={draft} onRemove={rest.onRemove} />}
    </div>
  )
}

function AskEditor({ draft, onChange }: { draft: AskDraft; onChange: (draft: AskDraft) => void }) {
  const t = useText()
  const months = [...new Set([...offeredMonths, ...(draft.months === null ? [] : [draft.months])])]
  return (
    <>
      <TextField
        size="small"
        maxLength={300}
        label={t('rule.edit.ask')}
        value={draft.ask}
        onChange={(event) => onChange({ ...draft, ask: event.target.value })}
      />
      <Select
        size="small"
        label={t('rule.edit.months')}
        value={draft.months ?? ''}
        onChange={({ target }) => onChange({ ...draft, months: target.value === '' ? null : Number(target.value) })}
      >
        <option value="">{t('rule.edit.months.usual')}</option>
        {months.map((count) => (
          <option key={count} value={count}>
            {t('rule.edit.months.some', { count })}
          </option>
        ))}
      </Select>
    </>
  )
}

/** How long an answer may count; a rule that came otherwise keeps its own. */
const offeredMonths = [1, 3, 6, 24, 36, 60]

function RemovePart({ draft, onRemove }: { draft: RuleDraft; onRemove: () => void }) {
  const telling = useTelling()
  return <Remove what={sayRule(ruleOf(draft, telling.vocabulary), telling).text} onRemove={onRemove} />
}

function Remove({ what, onRemove }: { what: string; onRemove: () => void }) {
  const t = useText()
  return (
    <div>
      <Button type="button" size="xsmall" variant="tertiary" data-color="neutral" onClick={onRemove}>
        {t('rule.edit.remove', { what })}
      </Button>
    </div>
  )
}

/** What is wrong right here; what is wrong within stands there. */
function FaultLine({
  draft,
  unit,
  told,
  inMember,
}: {
  draft: RuleDraft
  unit: Unit
  told: boolean
  inMember: boolean
}) {
  const t = useText()
  const known = useVocabulary()
  const [fault] = checkRule(ruleOf(draft, known), inMember ? 'person' : unit, known).filter(({ at }) => at.length === 0)
  // A contradiction is told at once: it is no matter of being finished.
  if (!fault || (!told && fault.code !== 'clash' && fault.code !== 'needs-member')) return null
  return <p className="editor__fault">{t(`rule-fault.${fault.code}`)}</p>
}
