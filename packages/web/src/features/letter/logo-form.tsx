import { Button } from '@navikt/ds-react/Button'
import { letterPaths } from '@openslrt/core/contract/letter-queries.ts'
import { saySize } from '@openslrt/core/i18n/amount.ts'
import { logoData } from '@openslrt/core/letter/rules.ts'
import { type FormEvent, useEffect, useState } from 'react'
import { ActProblem } from '../../platform/act/act-problem.tsx'
import { useForm } from '../../platform/act/use-form.ts'
import { upload } from '../../platform/api/upload.ts'
import { DayField } from '../../platform/hours/day-field.tsx'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { FileDrop, type RefusedFile } from '../../ui/file-drop.tsx'
import { logoNow } from './logo-state.ts'
import { standard } from './number-state.ts'
import { OfficeChoice, type RulesOf } from './office-choice.tsx'
import { logoAddress, PaperHead } from './paper-view.tsx'
import { RuleHistory } from './rule-history.tsx'
import { sampleHead } from './template-state.ts'
import { useOfficeRule } from './use-office-rule.ts'
import './paper.css'

const limitBytes = 1024 * 1024
const accept = '.png,.jpg,.jpeg'

interface LogoFormProps extends RulesOf {
  readonly onDone: () => void
}

/** The picture over an office's letters, or over those of all, from a day on; letters that are signed keep theirs. */
export function LogoForm(props: LogoFormProps) {
  const { offices, rules } = props
  const [office, setOffice] = useState(standard)
  return (
    <>
      <OfficeChoice id="logo-office" offices={offices} value={office} onChange={setOffice} />
      <PictureForm {...props} key={`${office} ${logoNow(rules, office)?.file ?? ''}`} office={office} />
    </>
  )
}

function PictureForm({ office, onDone, ...of }: LogoFormProps & { office: string }) {
  const t = useText()
  const { rules, offices, district, today } = of
  const { act, rule, saved, save } = useOfficeRule(of, 'letter-logo', office)
  const { file, address, choose } = usePicture()
  const now = logoNow(rules, office)
  const form = useForm(`letter-logo ${office}`, { from: today }, ({ from }) =>
    from < today ? { from: t('letter.rule.from.past') } : {},
  )
  const say = async (picture: string | null): Promise<void> => {
    const done = await save(form.values.from, (whose) => ({ list: 'letter-logo', ...whose, data: { picture } }))
    if (!done) return
    choose(null)
    onDone()
  }
  const send = async (): Promise<void> => {
    if (!file) return
    act.setBusy(true)
    const sent = await upload(district, file, undefined, letterPaths.logo)
    act.setBusy(false)
    if (sent.ok) await say(sent.value.sha256)
    else act.tell(sent.error)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!act.busy && form.passes()) void send()
  }
  const name = offices.find((one) => one.office === office)?.name ?? sampleHead.office
  return (
    <form className="letter-rules__form" noValidate onSubmit={submit}>
      <div className="paper">
        <PaperHead head={{ ...sampleHead, office: name }} picture={address ?? (now && logoAddress(now))} />
      </div>
      <PicturePick file={file} onFile={choose} />
      <DayField {...form.field('from')} label={t('letter.rule.from')} min={today} />
      <ActProblem problem={act.problem} />
      <div className="letter__acts">
        <Button variant="secondary" loading={act.busy} disabled={file === null}>
          {t('letter.rule.logo.save')}
        </Button>
        {now && file === null && (
          <Button type="button" variant="tertiary" onClick={() => form.passes() && void say(null)}>
            {t('letter.rule.logo.none')}
          </Button>
        )}
      </div>
      <output>{saved}</output>
      <RuleHistory
        rule={rule}
        district={district}
        today={today}
        sayRule={(data) => t(logoData.safeParse(data).data?.picture ? 'letter.rule.logo.one' : 'letter.rule.logo.no')}
        onDone={onDone}
      />
    </form>
  )
}

function PicturePick({ file, onFile }: { file: File | null; onFile: (file: File | null) => void }) {
  const t = useText()
  const lang = useLanguage()
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const limit = saySize(limitBytes, lang)
  return (
    <FileDrop
      label={t('letter.rule.logo.file')}
      description={t('letter.rule.logo.hint', { limit })}
      accept={accept}
      limitBytes={limitBytes}
      most={1}
      files={file ? [file] : []}
      refused={refused}
      onChange={([chosen], wrong) => {
        onFile(chosen ?? null)
        setRefused(wrong)
      }}
      sayFileSize={(bytes) => saySize(bytes, lang)}
      sayRefusal={({ why }) => (why === 'size' ? t('file.too-large', { limit }) : t('letter.rule.logo.kind'))}
    />
  )
}

interface Chosen {
  readonly file: File
  readonly address: string
}

/** A picture that was chosen on this device, and the address at which it is shown for as long as it is. */
function usePicture() {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  useEffect(() => () => void (chosen && URL.revokeObjectURL(chosen.address)), [chosen])
  const choose = (file: File | null): void => setChosen(file && { file, address: URL.createObjectURL(file) })
  return { file: chosen?.file ?? null, address: chosen?.address ?? null, choose }
}
