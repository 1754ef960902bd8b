import { caseRegister } from '@openslrt/core/i18n/id/case-register.ts'
import { intake } from '@openslrt/core/i18n/id/intake.ts'
import { addTexts } from '../../../platform/i18n/add-texts.ts'

// Told when a screen of this folder is fetched, before it is shown.
addTexts(intake)
addTexts(caseRegister)
