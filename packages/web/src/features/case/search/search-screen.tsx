import { Button } from '@navikt/ds-react/Button'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { useEffect } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { useAsk } from '../../../platform/api/use-ask.ts'
import { useText } from '../../../platform/i18n/use-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { rememberList } from '../../../ui/last-list.ts'
import { addressWith, pageOf } from '../../../ui/list-address.ts'
import { PageHead } from '../../../ui/page-shell.tsx'
import { CaseList } from '../case-list.tsx'
import { rememberedWords, rememberWords, wordsIn } from './search-words.ts'

const searchPath = '/cari'
const leastLetters = 3

/** What the box of the bar found. The words stand in no address: they may be a name or a NIK. */
export function Screen() {
  const t = useText()
  const search = useSearch()
  const [, go] = useLocation()
  const state: unknown = useHistoryState()
  const words = wordsIn(state) ?? rememberedWords()
  const here = addressWith(searchPath, search, { halaman: pageOf(search) })
  useEffect(() => {
    rememberWords(words)
    rememberList(here)
    // A link to another page of the list brings no words along: they are put back, for a reload.
    if (wordsIn(state) === null && words !== '') go(here, { replace: true, state: { cari: words } })
  }, [words, state, here, go])
  return (
    <>
      <PageHead title={words === '' ? t('case.search.title') : t('case.search.found', { words })} />
      {words.length < leastLetters ? <SearchHelp /> : <Found words={words} page={pageOf(search)} />}
    </>
  )
}

function Found({ words, page }: { words: string; page: number }) {
  const t = useText()
  const asked = useAsk(caseRoutes.search, { body: { text: words, page } }, { keepPrevious: true })
  return (
    <CaseList
      caption={t('case.search.caption')}
      asked={asked}
      hrefOf={(to) => addressWith(searchPath, '', { halaman: to })}
      empty={
        <EmptyState
          title={t('case.search.none.title')}
          text={t('case.search.none.text')}
          action={
            <Button as={Link} href="/catat" variant="secondary">
              {t('case.queue.register')}
            </Button>
          }
        />
      }
    />
  )
}

function SearchHelp() {
  const t = useText()
  return <EmptyState title={t('case.search.help.title')} text={t('case.search.help.text')} />
}
