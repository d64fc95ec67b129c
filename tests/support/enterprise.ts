import type { Enterprise } from '../../shared/model/enterprise.ts'

/** An enterprise of a register, always expected and in nothing unless said otherwise. */
export const enterprise = (id: number, name: string, over: Partial<Enterprise> = {}): Enterprise => ({
  id,
  row: id + 2,
  name,
  creditCode: null,
  aliases: [],
  cluster: null,
  emergingField: null,
  reportsFrom: null,
  reportsUntil: null,
  aboveScaleFrom: null,
  aboveScaleUntil: null,
  listedOn: null,
  delistedOn: null,
  contactName: '',
  contactEmail: '',
  ...over,
})
