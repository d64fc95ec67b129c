import type { Language } from '../../shared/model/language.ts'
import { COLUMNS, columnLetters } from '../../shared/model/tabs.ts'
import { textsFor } from '../../shared/model/texts/texts.ts'
import { type County, startCounty } from '../support/county.ts'
import { everybody } from './cast.ts'
import { readSheet, type Sheet } from './read-sheet.ts'
import { type Deed, type Story, sayIn, type Told } from './story.ts'

const CLERK = 'clerk@example.test'

/** A step that was played, and the tab as it stands then. */
interface Scene {
  step: Story['steps'][number]
  tabs: Sheet[]
  sheet: Sheet
}

/** Plays a story in a workbook of its own, two days before June is due. */
export async function* play(told: Told, language: Language): AsyncGenerator<Scene> {
  const say = sayIn(language)
  const story = told(say)
  const county = await startCounty({
    language,
    today: '2025-07-08',
    enterprises: everybody(say).map((name) => [name]),
    submissions: story.before,
  })
  try {
    const file = county.apis.state.get(county.spreadsheetId)!
    file.permissions = [...file.permissions, { id: 'clerk', type: 'user', role: 'writer', emailAddress: CLERK }]
    const title = textsFor(language).workbook.tab.submissions
    for (const step of story.steps) {
      const deeds = step.deeds ?? []
      if (step.run === 'around') {
        const edits = deeds.filter((deed) => 'kind' in deed)
        county.apis.editors.before({ on: 'write', nth: 1, script: { by: CLERK, edits } })
      } else for (const deed of deeds) await perform(county, title, deed)
      if (step.run) await county.recalculate()
      yield { step, ...(await readSheet(county.apis.url, county.spreadsheetId, title)) }
    }
  } finally {
    await county.close()
  }
}

async function perform({ apis, spreadsheetId }: County, title: string, deed: Deed): Promise<void> {
  if ('kind' in deed) {
    if (apis.editors.apply({ by: CLERK, edits: [deed] }) > 0) throw new Error(`Google would refuse ${JSON.stringify(deed)}`)
    return
  }
  const { sheetId } = apis.state.get(spreadsheetId)!.spreadsheet.sheetTitled(title)!
  const letters = Array.from(COLUMNS.submissions, (_, index) => columnLetters(index))
  const coordinate = { sheetId, rowIndex: Number(deed.at.slice(1)) - 1, columnIndex: letters.indexOf(deed.at[0]!) }
  const data = deed.text.map((cells) => cells.join('\t')).join('\n')
  const answer = await fetch(`${apis.url}/v4/spreadsheets/${spreadsheetId}:batchUpdate`, {
    method: 'POST',
    headers: { authorization: `Bearer user:${CLERK}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests: [{ pasteData: { coordinate, data, delimiter: '\t', type: 'PASTE_NORMAL' } }] }),
  })
  if (!answer.ok) throw new Error(await answer.text())
}
