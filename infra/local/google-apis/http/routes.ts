import { DRIVE_FILES } from '../drive/file-routes.ts'
import { DRIVE_PERMISSIONS } from '../drive/permission-routes.ts'
import { DRIVE_UPLOAD } from '../drive/upload-v2.ts'
import { GMAIL_DRAFTS } from '../gmail/draft-routes.ts'
import { GMAIL_MESSAGES } from '../gmail/message-routes.ts'
import { BATCH_UPDATE } from '../methods/batch-update.ts'
import { COPY_TO } from '../methods/copy-to.ts'
import { DEVELOPER_METADATA } from '../methods/developer-metadata.ts'
import { SPREADSHEETS } from '../methods/spreadsheets.ts'
import { VALUES_APPEND } from '../methods/values-append.ts'
import { VALUES_CLEAR } from '../methods/values-clear.ts'
import { VALUES_READ } from '../methods/values-read.ts'
import { VALUES_UPDATE } from '../methods/values-update.ts'
import { VALUES_UPDATE_BY_FILTER } from '../methods/values-update-by-filter.ts'
import { SIGN_IN_AS } from '../sign-in-as/routes.ts'
import { STORAGE_OBJECTS } from '../storage/object-routes.ts'
import { STORAGE_UPLOAD } from '../storage/upload-routes.ts'
import type { Route } from './route.ts'

/** Every call that the emulator serves; the first that fits is taken. */
export const ROUTES: readonly Route[] = [
  ...VALUES_UPDATE,
  VALUES_UPDATE_BY_FILTER,
  ...VALUES_APPEND,
  ...VALUES_CLEAR,
  ...VALUES_READ,
  ...SPREADSHEETS,
  BATCH_UPDATE,
  ...DEVELOPER_METADATA,
  COPY_TO,
  ...DRIVE_FILES,
  ...DRIVE_PERMISSIONS,
  DRIVE_UPLOAD,
  ...STORAGE_OBJECTS,
  STORAGE_UPLOAD,
  ...GMAIL_DRAFTS,
  ...GMAIL_MESSAGES,
  ...SIGN_IN_AS,
]
