import type { ObjectStore } from '../../ports.ts'
import { periodPrefix, type Slot } from './entry-name.ts'

/** Names of the objects that a period's messages of the kind have; one request. Throws Failure. */
export async function namesOfPeriod(
  store: ObjectStore,
  spreadsheetId: string,
  { kind, period }: Pick<Slot, 'kind' | 'period'>,
): Promise<ReadonlySet<string>> {
  return new Set((await store.list(periodPrefix(spreadsheetId, kind, period))).map(({ name }) => name))
}
