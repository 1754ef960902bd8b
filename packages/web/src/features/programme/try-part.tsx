import { Button } from '@navikt/ds-react/Button'
import { programmeRoutes } from '@openslrt/core/contract/programme-queries.ts'
import { sayNumber } from '@openslrt/core/i18n/amount.ts'
import { sayReason } from '@openslrt/core/i18n/say-programme.ts'
import { checkRule, type Unit } from '@openslrt/core/programme/check-rule.ts'
import type { Criterion } from '@openslrt/core/programme/criterion.ts'
import { verdicts } from '@openslrt/core/programme/match.ts'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { ask } from '../../platform/api/ask.ts'
import { useLanguage, useText } from '../../platform/i18n/use-text.ts'
import { VerdictTag } from './programme-tags.tsx'
import { type GroupDraft, ruleOf } from './rule-draft.ts'
import { RuleView } from './rule-view.tsx'
import { useOwnLedger, useTelling } from './use-telling.ts'
import { useVocabulary } from './vocabulary.tsx'

type Slice = z.infer<typeof programmeRoutes.try.reply>

interface Tally {
  readonly looked: number
  readonly counts: Slice['counts']
  readonly examples: Slice['examples']
  readonly going: boolean
  readonly problem: string
}

const nothingYet: Tally = {
  looked: 0,
  counts: { eligible: 0, 'cannot-tell': 0, 'not-eligible': 0 },
  examples: [],
  going: true,
  problem: '',
}

/** PROG-13 How many would match, counted on real families before anything is saved; it can be stopped. */
export function TryPart({ draft, unit }: { readonly draft: GroupDraft; readonly unit: Unit }) {
  const t = useText()
  const known = useVocabulary()
  const rule = ruleOf(draft, known)
  const { tally, start, stop } = useTrial(rule, unit)
  const broken = checkRule(rule, unit, known).length > 0
  return (
    <section className="try" aria-label={t('try.title')}>
      <h2 className="editor__title">{t('try.title')}</h2>
      <p className="programme__aside">{t('try.hint')}</p>
      <div>
        {tally?.going ? (
          <Button type="button" size="small" variant="secondary" data-color="neutral" onClick={stop}>
            {t('try.stop')}
          </Button>
        ) : (
          <Button type="button" size="small" variant="secondary" disabled={broken} onClick={start}>
            {t('try.start')}
          </Button>
        )}
      </div>
      {tally && <TallyPart tally={tally} />}
    </section>
  )
}

function useTrial(rule: Criterion, unit: Unit) {
  const district = useOwnLedger()
  const [tally, setTally] = useState<Tally | null>(null)
  // The run that counts; another one, or stopping, makes it an old one.
  const run = useRef(0)
  const stop = (): void => {
    run.current += 1
    setTally((before) => before && { ...before, going: false })
  }
  const start = async (): Promise<void> => {
    run.current += 1
    const own = run.current
    let [sum, after]: [Tally, string | null] = [nothingYet, null]
    setTally(sum)
    do {
      // Slice after slice: each begins where the one before ended.
      const answer: Awaited<ReturnType<typeof askSlice>> = await askSlice({
        district,
        unit,
        rule,
        after,
      })
      if (run.current !== own) return
      after = answer.ok ? answer.value.next : null
      sum = answer.ok ? added(sum, answer.value) : { ...sum, going: false, problem: answer.error.message }
      setTally(sum)
    } while (after !== null)
  }
  return { tally, start: () => void start(), stop }
}

const askSlice = (body: z.input<typeof programmeRoutes.try.body>) => ask(programmeRoutes.try, { body })

function added(sum: Tally, slice: Slice): Tally {
  const count = (verdict: (typeof verdicts)[number]): number => sum.counts[verdict] + slice.counts[verdict]
  const counts = {
    eligible: count('eligible'),
    'cannot-tell': count('cannot-tell'),
    'not-eligible': count('not-eligible'),
  }
  const kept = verdicts.flatMap((verdict) =>
    [...sum.examples, ...slice.examples].filter((one) => one.verdict === verdict).slice(0, 2),
  )
  return { ...sum, looked: sum.looked + slice.looked, counts, examples: kept, going: slice.next !== null }
}

function TallyPart({ tally }: { readonly tally: Tally }) {
  const t = useText()
  const lang = useLanguage()
  const n = sayNumber(tally.looked, lang)
  if (tally.problem) return <p className="editor__fault">{tally.problem}</p>
  if (!tally.going && tally.looked === 0) return <p>{t('try.none')}</p>
  return (
    <>
      <output>{t(tally.going ? 'try.progress' : 'try.done', { n })}</output>
      <div className="try__counts">
        {verdicts.map((verdict) => (
          <span key={verdict}>
            <VerdictTag verdict={verdict} />{' '}
            <strong className="numbers">{sayNumber(tally.counts[verdict], lang)}</strong>
          </span>
        ))}
      </div>
      {tally.examples.length > 0 && (
        <details>
          <summary>{t('try.examples')}</summary>
          {tally.examples.map((example) => (
            <Example key={`${example.name} ${example.verdict}`} example={example} />
          ))}
        </details>
      )}
    </>
  )
}

function Example({ example }: { readonly example: Slice['examples'][number] }) {
  const telling = useTelling(example.members)
  return (
    <div className="match__item">
      <div className="match__head">
        <span className="match__name">{example.name}</span>
        <VerdictTag verdict={example.verdict} />
      </div>
      <RuleView said={sayReason(example.reason, telling)} />
    </div>
  )
}
