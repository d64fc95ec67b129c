/** The county's output as a target to reach, without its figures. */
export const OUTPUT_TARGET = {
  key: 'output',
  nameZh: '工业总产值',
  nameEn: 'Industrial output',
  measure: 'output',
  scope: 'county',
  kind: 'reach',
}
