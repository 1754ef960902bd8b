import './no-eval.ts'
import './texts.ts'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { LanguageProvider } from '../platform/i18n/language-provider.tsx'
import { fetchChosenLanguage } from '../platform/i18n/use-text.ts'
import { Field } from './field.tsx'
import './field.css'
import { takeNewRelease } from './take-new-release.ts'

const place = document.getElementById('field')
if (!place) throw new Error('The page has no place for the field face.')
const root = createRoot(place)
// Before anything is typed: from here on the page stays what it is, whatever is released meanwhile.
void Promise.all([takeNewRelease(), fetchChosenLanguage()]).then(() =>
  root.render(
    <LanguageProvider>
      <Router base="/lapangan">
        <Field />
      </Router>
    </LanguageProvider>,
  ),
)
