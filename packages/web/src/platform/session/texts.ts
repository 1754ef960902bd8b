import { ownAccount } from '@openslrt/core/i18n/id/own-account.ts'
import { addTexts } from '../i18n/add-texts.ts'

// Told when a screen about one's own account, or the second step of a sign-in, is fetched.
addTexts(ownAccount)
