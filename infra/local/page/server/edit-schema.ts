import { z } from 'zod'

const index = z.number().int().min(0).max(10_000_000)
const sheetId = z.number().int().min(0)
const area = z
  .strictObject({ startRow: index, endRow: index, startColumn: index, endColumn: index })
  .refine(({ startRow, endRow, startColumn, endColumn }) => endRow > startRow && endColumn > startColumn)
const sure = z.literal(true).optional()

/** What the page may ask for (protocol.ts, Edit). */
export const EditBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('enter'),
    sheetId,
    row: index,
    column: index,
    rows: z
      .array(z.array(z.string().max(60_000).nullable()).min(1).max(200))
      .min(1)
      .max(50_000),
    sure,
  }),
  z.strictObject({ kind: z.literal('fill'), sheetId, source: area, target: area, sure }),
  z.strictObject({ kind: z.literal('insertRows'), sheetId, row: index, count: index.min(1).max(1_000) }),
  z.strictObject({ kind: z.literal('deleteRows'), sheetId, row: index, count: index.min(1).max(50_000) }),
  z.strictObject({ kind: z.literal('sort'), sheetId, column: index, descending: z.boolean() }),
  z.strictObject({ kind: z.literal('undo') }),
  z.strictObject({ kind: z.literal('redo') }),
])
