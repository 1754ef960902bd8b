import '../match/work-texts.ts'
import { needTexts } from '@openslrt/core/i18n/id/need.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

addTexts(needTexts)
