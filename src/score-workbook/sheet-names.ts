/** The sheets that the product makes; each goes by its first name as its key. */
export const SHEETS = {
  scores: '得分表',
  data: '考评数据',
  findings: '检查结果',
  readings: '口径',
  settlements: '核定',
  bulletin: '通报',
  figures: '通报数据',
} as const;
