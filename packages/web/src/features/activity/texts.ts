import { activityTexts } from '@openslrt/core/i18n/id/activity.ts'
import { visitTexts } from '@openslrt/core/i18n/id/visit.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

// Told when a screen of this folder is fetched, before it is shown.
addTexts(activityTexts)
addTexts(visitTexts)
