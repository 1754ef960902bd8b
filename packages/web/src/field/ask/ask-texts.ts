import { ask } from '@openslrt/core/i18n/id/ask.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

addTexts(ask)
