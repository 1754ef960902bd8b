import { outboxWhat } from '@openslrt/core/i18n/id/outbox-what.ts'
import { addTexts } from '../i18n/add-texts.ts'

// Told when the list of what waits is fetched, before it is shown.
addTexts(outboxWhat)
