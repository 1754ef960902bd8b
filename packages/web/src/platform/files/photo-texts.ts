import { photoTexts } from '@openslrt/core/i18n/id/photo.ts'
import { addTexts } from '../i18n/add-texts.ts'

addTexts(photoTexts)
