import './no-eval.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { LanguageProvider } from '../platform/i18n/language-provider.tsx'
import { fetchChosenLanguage } from '../platform/i18n/use-text.ts'
import { Boundary } from './boundary.tsx'
import { Desk } from './desk.tsx'
import './desk.css'

// Lists are asked for again when someone comes back to the window: others work on the same cases.
const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } })

const place = document.getElementById('desk')
if (!place) throw new Error('The page has no place for the desk.')
const root = createRoot(place)
// Not awaited at the top: the lazy screens use parts of this file, which would then be cut into many small ones.
void fetchChosenLanguage().then(() =>
  root.render(
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Boundary>
          <Router base="/meja">
            <Desk />
          </Router>
        </Boundary>
      </LanguageProvider>
    </QueryClientProvider>,
  ),
)
