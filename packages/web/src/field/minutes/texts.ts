import '../propose/texts.ts'
import { fieldMinutes } from '@openslrt/core/i18n/id/field-minutes.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

addTexts(fieldMinutes)
