import './texts.ts'
import { useEffect } from 'react'
import { useHistoryState } from 'wouter/use-browser-location'
import { useText } from '../../../platform/i18n/use-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-shell.tsx'
import { FindBox } from './find-box.tsx'
import { rememberedWords, rememberWords, wordsIn } from './find-words.ts'
import { FoundList } from './found-list.tsx'

const leastSigns = 2

/** Who was found by one line. The words stand in no address. */
export function Screen() {
  const t = useText()
  const state: unknown = useHistoryState()
  const words = wordsIn(state) ?? rememberedWords()
  useEffect(() => rememberWords(words), [words])
  return (
    <>
      <PageHead title={t('find.title')} />
      <FindBox key={words} words={words} />
      {words.length < leastSigns ? (
        <EmptyState title={t('find.help.title')} text={t('find.help.text')} />
      ) : (
        <FoundList words={words} />
      )}
    </>
  )
}
