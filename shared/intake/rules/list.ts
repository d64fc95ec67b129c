import { changedBase } from './changed-base.ts'
import { changedLate } from './changed-late.ts'
import { externalFormula } from './external-formula.ts'
import { gap } from './gap.ts'
import { identityBreak } from './identity-break.ts'
import { jump } from './jump.ts'
import { mergedCells } from './merged-cells.ts'
import { monthExceedsTotal } from './month-exceeds-total.ts'
import { negativeOutput } from './negative-output.ts'
import { notExpected } from './not-expected.ts'
import { oddAddedValue } from './odd-added-value.ts'
import { partExceedsWhole } from './part-exceeds-whole.ts'
import { periodNotOpen } from './period-not-open.ts'
import type { OrderRule, RowRule } from './rule.ts'
import { totalFell } from './total-fell.ts'
import { unchanged } from './unchanged.ts'
import { unitSlip } from './unit-slip.ts'

/** Rules that need the row alone. To add one is to add a function and a line. */
export const ROW_RULES: readonly RowRule[] = [
  periodNotOpen,
  notExpected,
  negativeOutput,
  monthExceedsTotal,
  partExceedsWhole,
  oddAddedValue,
  changedLate,
  externalFormula,
  mergedCells,
]

/** Rules that compare with the enterprise's earlier accepted rows, in the order told: a mistaken unit explains most of the others. */
export const ORDER_RULES: readonly OrderRule[] = [unitSlip, gap, totalFell, identityBreak, jump, unchanged, changedBase]
