import { field } from '@openslrt/core/i18n/id/field.ts'
import { addTexts } from '../platform/i18n/add-texts.ts'

// The words of this face, which no other face loads.
addTexts(field)
