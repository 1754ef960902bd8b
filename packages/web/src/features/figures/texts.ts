import { condition } from '@openslrt/core/i18n/id/condition.ts'
import { figures } from '@openslrt/core/i18n/id/figures.ts'
import { indicator } from '@openslrt/core/i18n/id/indicator.ts'
import { league } from '@openslrt/core/i18n/id/league.ts'
import { measureWords } from '@openslrt/core/i18n/id/measure-words.ts'
import { addTexts } from '../../platform/i18n/add-texts.ts'

// Told when a screen of this folder is fetched, before it is shown.
addTexts(condition)
addTexts(figures)
addTexts(indicator)
addTexts(league)
addTexts(measureWords)
