import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Failure } from '../../../shared/errors.ts'
import { recalculate } from '../../../shared/jobs/recalculate.ts'
import { jsonLog } from '../../../shared/log.ts'
import { COLUMNS } from '../../../shared/model/tabs.ts'
import { textsFor } from '../../../shared/model/texts/texts.ts'
import type { Workbook } from '../../../shared/ports.ts'
import { type County, startCounty } from '../../support/county.ts'
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts'

// security.md S17 and S18: what a log line says, and what neither it nor a failure ever does.

const lines: string[] = []
const log = jsonLog((line) => lines.push(line))
beforeEach(() => {
  lines.length = 0
})

test('every text in a field: one line of JSON, short, with nothing that a terminal or viewer would obey', () => {
  for (const text of HOSTILE_TEXTS) log.info('event', { text })
  expect(lines).toHaveLength(HOSTILE_TEXTS.length)
  for (const [index, line] of lines.entries()) {
    expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
    expect(line.length).toBeLessThan(2000)
    const { severity, message, text } = JSON.parse(line)
    expect([severity, message]).toEqual(['INFO', 'event'])
    expect(HOSTILE_TEXTS[index]!.startsWith(text)).toBe(true)
  }
})

test('no field passes for the severity or the message', () => {
  log.warn('event', { severity: 'DEBUG', message: 'all is well' })
  expect(JSON.parse(lines[0]!)).toMatchObject({ severity: 'WARNING', message: 'event' })
})

describe('what must not leak', () => {
  const CANARIES = ['731946.25', 'canary@example.cn', 'ya29.CANARY-TOKEN', '坎金丝雀有限公司']
  const [FIGURE, EMAIL, TOKEN, NAME] = CANARIES as [string, string, string, string]

  let county: County
  beforeEach(async () => {
    const contact = COLUMNS.enterprises.indexOf('contactEmail')
    county = await startCounty({
      enterprises: [[NAME, ...Array(contact - 1).fill(null), EMAIL]],
      submissions: [['2025-03', NAME, null, Number(FIGURE), null, null, null, EMAIL]],
    })
  })
  afterEach(() => county.close())

  /** The failure of the run, if any, and all that was logged. */
  const told = async (workbook: Workbook = county.open()): Promise<string> => {
    const failure = await recalculate(
      { reason: 'test', who: 'tester', today: county.today },
      { ...county.world(workbook), log },
    ).then(
      () => null,
      (thrown: unknown) => thrown as Failure,
    )
    if (failure) expect(failure).toBeInstanceOf(Failure)
    return [...lines, failure?.message ?? '', JSON.stringify(failure?.facts ?? {})].join('\n')
  }
  const expectNoCanary = (text: string) => {
    for (const canary of CANARIES) expect(text).not.toContain(canary)
  }

  test('in a run that succeeds', async () => {
    expectNoCanary(await told())
    expect(lines).toHaveLength(1)
  })

  test.each(['structure', 'cells', 'commitAndLook'] as const)('in an unknown error of %s', async (method) => {
    const broken = { ...county.open(), [method]: async () => Promise.reject(new Error(`Bearer ${TOKEN}: ${FIGURE} ${EMAIL}`)) }
    const text = await told(broken)
    expect(text).toContain('internal')
    expectNoCanary(text)
  })

  test.each([401, 403, 404, 429, 500])('in what Google answers: %i', async (status) => {
    county.apis.faults.add({ on: 'any', times: 'forever', effect: { kind: 'status', status } })
    expectNoCanary(await told())
  })

  test.each(['enterprises', 'submissions'] as const)(
    'when the header row of %s is gone and a row of figures stands in its place',
    async (tab) => {
      county.edit({ kind: 'deleteRow', sheet: textsFor('zh-CN').workbook.tab[tab], row: 1 })
      const text = await told()
      expect(text).toContain('column-missing')
      for (const canary of [FIGURE, EMAIL, TOKEN]) expect(text).not.toContain(canary)
    },
  )
})
