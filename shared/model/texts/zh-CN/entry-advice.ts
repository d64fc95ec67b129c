import type { Problem } from '../../problem.ts'

/** What to type into a cell of a register that can't be read. */
export function entryAdviceZh({ read, facts }: Problem): string {
  const { expected, choices, key, used, meant, unit } = facts
  const wrong = `“${read}”不符合填写要求。`
  switch (expected) {
    case 'required':
      return '此项为必填项，请补充填写。'
    case 'choice':
      return `${wrong}请从以下内容中选填：${choices}。`
    case 'month':
      return `${wrong}请按“年-月”格式填写，例如 2025-03。`
    case 'day':
      return `${wrong}请按“年-月-日”格式填写，例如 2025-12-31。`
    case 'year':
      return `${wrong}请填写年份，例如 2021。`
    case 'number':
      return `${wrong}请按本行单位（${unit}）填写一个数值${meant ? `，例如 ${meant}` : ''}。`
    case 'percent':
      return `${wrong}请以文本形式填写带百分号的数值，例如 '${meant ?? '40%'}。`
    case 'email':
      return `${wrong}请仅填写一个邮箱地址，例如 zhang@example.com。`
    case 'cluster':
      return `“${read}”未列入“产业集群”表。请填写以下之一：${choices}。`
    case 'enterprise':
      return `“${read}”无法对应企业名录中的唯一企业，请填写名录中的企业名称或统一社会信用代码。`
    case 'combination':
      return `“${read}”不适用于本行指标，请填写以下之一：${choices}。`
    case 'setting':
      return `“${read}”不是 ${key} 的有效取值，暂按 ${used} 执行，请核对修改。`
    default:
      return `${wrong}请核对修改。`
  }
}
