import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import type { TellingLine } from '@openslrt/core/contract/notice-tellings.ts'
import { tellingRoutes } from '@openslrt/core/contract/notice-tellings.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../../platform/api/ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { TellDialog } from './tell-dialog.tsx'
import './texts.ts'

/** What can be done about telling one citizen: write, and say what came of it. */
export function TellingActs({ line }: { line: TellingLine }) {
  const t = useText()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { number, district, id } = line
  const write = async () => {
    // Opened while the click still counts: later a browser would take it for an advertisement.
    const page = window.open('', '_blank')
    const answer = await ask(tellingRoutes.link, { body: { district, id } })
    setProblem(answer.ok ? null : answer.error.message)
    if (!answer.ok) page?.close()
    else if (page) {
      page.opener = null
      page.location.href = answer.value.href
    }
  }
  const done = () => {
    setOpen(false)
    void queries.invalidateQueries()
  }
  return (
    <div className="telling__acts">
      {line.writes && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t('telling.write.of', { number })}
          onClick={() => void write()}
        >
          {t('telling.write')}
        </Button>
      )}
      <Button
        size="small"
        variant="secondary"
        data-color="neutral"
        aria-label={t('telling.record.of', { number })}
        onClick={() => setOpen(true)}
      >
        {t('telling.record')}
      </Button>
      {problem && (
        <InlineMessage status="error" role="alert">
          {problem}
        </InlineMessage>
      )}
      {open && <TellDialog line={line} onClose={() => setOpen(false)} onDone={done} />}
    </div>
  )
}
