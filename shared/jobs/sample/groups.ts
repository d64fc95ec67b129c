import type { EmergingField } from '../../model/enterprise.ts'
import type { Name } from '../../model/plan.ts'

/** Enterprises that the sample treats alike: the four clusters, the emerging ones outside them, and the rest. */
export const SAMPLE_GROUPS = ['casting', 'carbon', 'building', 'rose-ejiao', 'emerging', 'other'] as const
export type SampleGroup = (typeof SAMPLE_GROUPS)[number]

/** A branch of business as it stands in a firm's name; in the group `emerging` it decides the field. */
interface Trade extends Name {
  field?: EmergingField
}

/** Who is in a group. Places are counted from 0, the largest first; months are `YYYY-MM`. */
export interface Group {
  cluster: string | null
  size: number
  /** How much larger the first is than its place alone would make it. */
  leaderFactor: number
  trades: readonly Trade[]
  /** Emerging enterprises inside a cluster. */
  fields: Readonly<Record<number, EmergingField>>
  /** Who started, and who stopped, to report between 2021 and 2025. */
  entries: Readonly<Record<number, string>>
  exits: Readonly<Record<number, string>>
  /** Who reports without being above scale from the first: since when it is, or null for not yet. */
  smallUntil: Readonly<Record<number, string | null>>
}

const trade = (zh: string, en: string, field?: EmergingField): Trade => (field ? { zh, en, field } : { zh, en })

export const GROUPS: Record<SampleGroup, Group> = {
  casting: {
    cluster: 'casting',
    size: 44,
    leaderFactor: 4,
    trades: [
      trade('铸造', 'Foundry'),
      trade('管件', 'Pipe Fittings'),
      trade('阀门', 'Valves'),
      trade('精密机械', 'Precision Machinery'),
    ],
    fields: { 7: 'industrial-internet', 15: 'artificial-intelligence' },
    entries: { 12: '2021-08', 19: '2022-03', 24: '2023-01', 30: '2023-10', 35: '2024-04', 40: '2025-03' },
    exits: { 22: '2022-12', 33: '2024-12', 38: '2023-06' },
    smallUntil: { 42: '2022-10', 43: null },
  },
  carbon: {
    cluster: 'carbon',
    size: 16,
    leaderFactor: 2,
    trades: [trade('碳素', 'Carbon'), trade('预焙阳极', 'Anodes'), trade('电极', 'Electrodes')],
    fields: { 5: 'advanced-materials' },
    entries: { 9: '2022-06', 13: '2024-01' },
    exits: { 15: '2023-12' },
    smallUntil: {},
  },
  building: {
    cluster: 'building',
    size: 34,
    leaderFactor: 3,
    trades: [
      trade('建材', 'Building Materials'),
      trade('装配式建筑', 'Prefabricated Building'),
      trade('新型墙材', 'Wall Panels'),
    ],
    fields: { 9: 'advanced-materials' },
    entries: { 10: '2021-09', 18: '2022-11', 25: '2024-03' },
    exits: { 20: '2021-12', 27: '2022-12', 29: '2024-07', 31: '2025-06' },
    smallUntil: { 32: '2023-05', 33: null },
  },
  'rose-ejiao': {
    cluster: 'rose-ejiao',
    size: 32,
    leaderFactor: 1.5,
    trades: [
      trade('玫瑰制品', 'Rose Products'),
      trade('阿胶', 'Ejiao'),
      trade('食品', 'Foods'),
      trade('健康饮品', 'Health Drinks'),
    ],
    fields: { 6: 'life-science', 12: 'life-science' },
    entries: { 8: '2021-05', 14: '2022-04', 19: '2023-03', 23: '2024-06', 27: '2025-01' },
    exits: { 25: '2023-12' },
    smallUntil: { 30: '2024-01', 31: '2025-02' },
  },
  emerging: {
    cluster: null,
    size: 28,
    leaderFactor: 1,
    trades: [
      trade('生物科技', 'Biotech', 'life-science'),
      trade('新材料', 'New Materials', 'advanced-materials'),
      trade('电子', 'Electronics', 'electronic-information'),
      trade('智能装备', 'Intelligent Equipment', 'artificial-intelligence'),
      trade('工业互联', 'Industrial Networks', 'industrial-internet'),
    ],
    fields: {},
    entries: {
      6: '2021-10',
      10: '2022-07',
      13: '2023-04',
      16: '2023-11',
      19: '2024-05',
      22: '2025-04',
      24: '2025-07',
      26: '2025-09',
    },
    exits: { 21: '2024-12' },
    smallUntil: { 25: '2022-08' },
  },
  other: {
    cluster: null,
    size: 29,
    leaderFactor: 1,
    trades: [trade('化工', 'Chemicals'), trade('包装', 'Packaging'), trade('纺织', 'Textiles'), trade('能源', 'Energy')],
    fields: {},
    entries: { 11: '2022-01', 17: '2023-09', 23: '2024-10' },
    exits: { 20: '2022-12', 25: '2024-03' },
    smallUntil: { 27: '2023-08', 28: null },
  },
}
