/** The sheets that the product makes. */
export const SHEETS = {
  scores: '得分表',
  data: '考评数据',
  findings: '检查结果',
  readings: '口径',
  settlements: '核定',
} as const;
