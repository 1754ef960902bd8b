import { z } from 'zod'

// The page's security policy forbids code made from text. The schema library tries it once to learn that, which browsers
// report as an attack; told beforehand, it does not try. Must be loaded before any schema is made.
z.config({ jitless: true })
