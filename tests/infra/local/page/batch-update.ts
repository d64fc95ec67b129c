import type { County } from '../../../support/county.ts'

/** Changes the workbook through Google's API under the program's account, which may change everything. */
export const batchUpdate = ({ apis, spreadsheetId }: County, requests: readonly object[]): Promise<Response> =>
  fetch(`${apis.url}/v4/spreadsheets/${spreadsheetId}:batchUpdate`, {
    method: 'POST',
    headers: { authorization: 'Bearer user:tallysheet@example.test', 'content-type': 'application/json' },
    body: JSON.stringify({ requests }),
  })
