import type { ImportTexts } from '../import-texts.ts'

export const importsZh: ImportTexts = {
  advice: {
    'differs-from-existing': ({ enterprise = '', month = '' }) =>
      `${enterprise}${month} 在工作簿中已有不同数据，未作改动。如以文件为准，请在工作簿中更正。`,
    'total-unknown': ({ enterprise = '', month = '', since = '' }) =>
      `${enterprise}截至 ${month} 的累计数无法推算：${since} 无法识别。请在文件中更正 ${since} 后重新导入。`,
    'months-without-row': ({ enterprise = '', months = '' }) =>
      `${enterprise}在文件中没有 ${months} 的数据，这些月份按无产值处理。`,
    'stopped-reporting': ({ enterprise = '', month = '' }) =>
      `${enterprise}在文件最后十二个月没有数据，按报送至 ${month} 处理。如仍在报送，请清空“报送截止月”。`,
  },
  done: ({ read, added, unchanged, folded, repeated, problems }) =>
    `读取 ${read} 行：新增 ${added} 行，已存在 ${unchanged} 行，1 月并入 2 月 ${folded} 行，重复 ${repeated} 行；需关注 ${problems} 项`,
  rowOfFile: (row) => `第 ${row} 行`,
  exported: ({ file, sheets, rows, pictures }) => `${file}：工作表 ${sheets} 个，数据 ${rows} 行，图表 ${pictures} 幅`,
}
