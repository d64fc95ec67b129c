import type { Language } from '../../model/language.ts'
import type { MilestoneState } from '../../model/plan.ts'
import type { CellValue } from '../../model/tabs.ts'

type Words = readonly [zh: string, en: string]
type Milestone = readonly [
  key: string,
  name: Words,
  area: Words,
  owner: Words,
  dueOn: string,
  state: MilestoneState,
  percent: number | null,
  note: Words | null,
]

const BUREAU: Words = ['县工业和信息化局', 'Bureau of industry']
const SCIENCE: Words = ['县科技局', 'Bureau of science']
const PARK: Words = ['开发区管委会', 'Development zone']
const HOUSING: Words = ['县住建局', 'Bureau of housing']

/** The plan's qualitative goals (product.md, row 10) as tasks; how far they are is invented. */
const MILESTONES: readonly Milestone[] = [
  [
    'casting-plan',
    ['编制全国智能铸造基地建设方案', 'Plan of the national intelligent casting base'],
    ['智能铸造', 'Casting'],
    BUREAU,
    '2022-12-31',
    'done',
    1,
    null,
  ],
  [
    'casting-base',
    ['建成全国智能铸造产业基地', 'National intelligent casting base'],
    ['智能铸造', 'Casting'],
    BUREAU,
    '2026-12-31',
    'in-progress',
    0.7,
    null,
  ],
  [
    'casting-lines',
    ['改造铸造企业生产线 20 条', 'Twenty foundry lines renewed'],
    ['智能铸造', 'Casting'],
    BUREAU,
    '2025-06-30',
    'in-progress',
    0.85,
    ['尚有 3 条未完成', 'Three lines are left'],
  ],
  [
    'anode-cluster',
    ['打造国内一流预焙阳极产业集群', 'First-class pre-baked anode cluster'],
    ['碳素电极', 'Carbon'],
    PARK,
    '2026-12-31',
    'in-progress',
    0.8,
    null,
  ],
  [
    'green-building-base',
    ['建成绿色建材和装配式建筑基地', 'Base of green building materials'],
    ['绿色建材', 'Building'],
    HOUSING,
    '2026-12-31',
    'in-progress',
    0.45,
    null,
  ],
  [
    'quarry-permits',
    ['完成原料基地审批', 'Permits of the raw material base'],
    ['绿色建材', 'Building'],
    HOUSING,
    '2025-09-30',
    'blocked',
    0.3,
    ['等待上级用地批复', 'Waits for the land decision'],
  ],
  [
    'industrial-internet',
    ['建设工业互联网平台', 'Platform of the industrial internet'],
    ['工业互联网', 'Industrial internet'],
    BUREAU,
    '2025-12-31',
    'done',
    1,
    null,
  ],
  [
    'connected-firms',
    ['推动 100 家企业上云', 'One hundred enterprises connected'],
    ['工业互联网', 'Industrial internet'],
    BUREAU,
    '2026-06-30',
    'in-progress',
    0.64,
    null,
  ],
  [
    'ten-actions',
    ['实施制造业高质量发展十大行动', 'Ten actions for high-quality manufacturing'],
    ['制造业', 'Manufacturing'],
    BUREAU,
    '2026-12-31',
    'in-progress',
    0.75,
    null,
  ],
  [
    'innovation-centres',
    ['新增市级以上技术创新平台 15 个', 'Fifteen new centres of technical innovation'],
    ['技术创新', 'Innovation'],
    SCIENCE,
    '2026-12-31',
    'in-progress',
    0.6,
    null,
  ],
  [
    'test-laboratory',
    ['建设铸件检测中心', 'Laboratory for castings'],
    ['技术创新', 'Innovation'],
    SCIENCE,
    '2026-10-31',
    'not-started',
    null,
    null,
  ],
]

export const milestoneRows = (language: Language): CellValue[][] => {
  const say = (words: Words | null): string | null => (words === null ? null : words[language === 'zh-CN' ? 0 : 1])
  return MILESTONES.map(([key, name, area, owner, dueOn, state, percent, note]) => [
    key,
    say(name),
    say(area),
    say(owner),
    dueOn,
    state,
    percent,
    say(note),
  ])
}
