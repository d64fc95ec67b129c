import { findColumns, isColumnFault } from '../../../../shared/intake/find-columns.ts'
import { judgeSubmissions } from '../../../../shared/intake/judge-submissions.ts'
import { readClusters } from '../../../../shared/intake/read-clusters.ts'
import { readPlan } from '../../../../shared/intake/read-plan.ts'
import { readRegister } from '../../../../shared/intake/read-register.ts'
import { readSettings } from '../../../../shared/intake/read-settings.ts'
import type { Table } from '../../../../shared/intake/table.ts'
import { generatePingyin, SAMPLE_AS_OF, type Sample } from '../../../../shared/jobs/sample/generate-pingyin.ts'
import type { Day } from '../../../../shared/model/day.ts'
import type { Language } from '../../../../shared/model/language.ts'
import { COLUMNS } from '../../../../shared/model/tabs.ts'
import { textsFor } from '../../../../shared/model/texts/texts.ts'
import { measureProgress } from '../../../../shared/progress/measure-progress.ts'

/** The sample as the product reads, judges and measures it. */
export function judgedSample(language: Language, asOf: Day = SAMPLE_AS_OF) {
  const sample = generatePingyin({ language })
  const table = (tab: keyof Sample): Table => {
    const headers: Record<string, string> = textsFor(language).workbook.header[tab]
    const cells = { title: tab, rows: [COLUMNS[tab].map((key) => headers[key]!), ...sample[tab]] }
    const columns = findColumns(tab, cells)
    if (isColumnFault(columns)) throw new Error(`columns of ${tab}`)
    return { tab, cells, columns }
  }
  const { clusters, ...ofClusters } = readClusters(table('clusters'))
  const register = readRegister(table('enterprises'), clusters)
  const settings = readSettings(table('settings'))
  const plan = readPlan(
    { titles: table('titles'), targets: table('targets'), milestones: table('milestones') },
    clusters,
    register.enterprises,
  )
  const judged = judgeSubmissions({
    ...table('submissions'),
    register: register.enterprises,
    settings: settings.settings,
    today: asOf,
    memory: new Map(),
  })
  const progress = measureProgress({
    asOf,
    settings: settings.settings,
    register: register.enterprises,
    plan: plan.plan,
    submissions: judged.submissions,
  })
  const problems = [ofClusters, register, settings, plan].flatMap((read) => read.problems)
  return { judged, progress, problems, register: register.enterprises, plan: plan.plan }
}
