import { challengeTexts } from '@openslrt/core/i18n/id/challenge.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

// Told when a screen of this folder is fetched, before it is shown.
addTexts(challengeTexts)
