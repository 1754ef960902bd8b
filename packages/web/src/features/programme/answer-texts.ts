import './texts.ts'
import { familyTexts } from '@openslrt/core/i18n/id/family.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

// How something is known has the words that the page of a family has for it.
addTexts(familyTexts)
