import { useState } from 'react'
import { chooseLanguage, useLanguage, useText } from './use-text.ts'

/** The other language, named in itself; when it could not be fetched, its name says so and it can be tried again. */
export function useOtherLanguage() {
  const t = useText()
  const lang = useLanguage()
  const other = lang === 'id' ? 'en' : 'id'
  const [failed, setFailed] = useState(false)
  return {
    /** The language that the label speaks. */
    speaks: failed ? lang : other,
    label: t(failed ? 'shell.language.failed' : 'shell.language.other'),
    choose: () => void chooseLanguage(other).then((chosen) => setFailed(!chosen)),
  }
}
