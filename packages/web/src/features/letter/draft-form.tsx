import { Button } from '@navikt/ds-react/Button'
import { letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import type { LetterKind } from '@openslrt/core/letter/kinds.ts'
import type { LetterPaper } from '@openslrt/core/letter/paper.ts'
import { useState } from 'react'
import { ActDialog } from '../../platform/act/act-dialog.tsx'
import { useAct } from '../../platform/act/use-act.ts'
import { useForm } from '../../platform/act/use-form.ts'
import { ask } from '../../platform/api/ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { draftFaults, draftValues, typedOf } from './draft-values.ts'
import type { LetterDialogProps, SeenLetter } from './letter-dialog.tsx'
import { LetterFields } from './letter-fields.tsx'
import { PaperView } from './paper-view.tsx'

interface DraftFormProps extends Omit<LetterDialogProps, 'doing'> {
  readonly action: 'draft' | 'change' | 'replace'
  readonly letter: SeenLetter | null
  readonly kind: LetterKind
}

/** Drafts a letter, changes a draft, or begins the letter that replaces another: what the case knows is there already. */
export function DraftForm(props: DraftFormProps) {
  const t = useText()
  const { action, letter, kind, purposes } = props
  const form = useForm(`${props.subject}:${letter?.id ?? kind}:${action}`, draftValues(kind, letter), (values) =>
    Object.fromEntries(draftFaults(kind, values, purposes).map((field) => [field, t('letter.form.missing')])),
  )
  const { act, send } = useDraft(props, () => form.values, form.passes, form.clear)
  const [paper, setPaper] = useState<LetterPaper | null>(null)
  const preview = async (): Promise<void> => {
    const { district, subject: id } = props
    const said = await ask(letterRoutes.preview, { body: { district, id, kind, ...typedOf(kind, form.values) } })
    if (said.ok) setPaper(said.value.paper)
    else act.tell(said.error)
  }
  return (
    <ActDialog
      wide
      title={`${t(action === 'draft' ? 'letter.new' : `letter.act.${action}`)}: ${t(`letter-kind.${kind}`)}`}
      hint={t(`letter.form.${action}.hint`)}
      sendText={t('letter.form.draft')}
      act={act}
      onSend={send}
      onClose={props.onClose}
    >
      <LetterFields kind={kind} purposes={purposes} form={form} />
      <Button type="button" size="small" variant="tertiary" onClick={() => void preview()}>
        {t('letter.form.preview')}
      </Button>
      {paper && <PaperView paper={paper} />}
    </ActDialog>
  )
}

function useDraft(
  { action, letter, kind, district, subject, onClose, onDone }: DraftFormProps,
  values: () => Readonly<Record<string, string>>,
  passes: () => boolean,
  clear: () => void,
) {
  const act = useAct()
  // One id for as long as the form is open: pressed twice, it still is one letter.
  const [made] = useState(newId)
  const target = { district, subject, base: null }
  const post = () => {
    const typed = typedOf(kind, values())
    if (action === 'draft' || !letter)
      return act.send('letter.draft', { ...target, data: { letter: made, kind, ...typed } })
    if (action === 'change')
      return act.send('letter.change', { ...target, data: { letter: letter.id, seen: letter.version, ...typed } })
    return act.send('letter.replace', { ...target, data: { letter: letter.id, next: made, ...typed } })
  }
  const go = async (): Promise<void> => {
    if (!passes()) return
    if ((await post()).state === 'refused') return
    clear()
    onClose()
    onDone?.()
  }
  return { act, send: () => void go() }
}
