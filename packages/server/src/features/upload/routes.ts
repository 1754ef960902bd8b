import { uploadRoutes } from '@openslrt/core/contract/upload.ts'
import type { Route } from '../../platform/http/route.ts'
import { route } from '../../platform/http/route.ts'
import type { FileParts } from '../case/index.ts'
import { begin } from './parts.ts'

/** The door at which a phone says what it will send, and hears how far that has come. */
export const uploadRoutesOf = (parts: FileParts): readonly Route[] => [
  route(uploadRoutes.begin, ({ body, actor }) => begin(parts, actor(), body)),
]
