import type { Assessment, Severity } from '../assessment';
import { withoutContacts, withoutQuotedNames } from '../workbook/persons';
import type { PlannedSheet, StyleName } from '../workbook/planned-write';
import { Rows } from './rows';
import { SHEETS } from './sheet-names';

const SEVERITIES: Record<Severity, { words: string; style: StyleName }> = {
  error: { words: '错误', style: 'bad' },
  warning: { words: '提醒', style: 'warn' },
  info: { words: '说明', style: 'text' },
};

const HEADINGS = ['程度', '单位', '条目', '问题', '处理建议', '文件', '工作表', '单元格'];
const ORDER: Severity[] = ['error', 'warning', 'info'];

/** 检查结果: everything wrong or doubtful, worst first, with where it is and what to do. */
export function findingsSheet(assessment: Assessment): PlannedSheet {
  const rows = new Rows();
  const counts = ORDER.map((severity) => {
    const count = assessment.findings.filter((finding) => finding.severity === severity).length;
    return `${SEVERITIES[severity].words}${count}条`;
  });
  rows.addHead(SHEETS.findings, `${counts.join('，')}。`, HEADINGS);
  for (const severity of ORDER) {
    for (const finding of assessment.findings.filter((candidate) => candidate.severity === severity)) {
      const { source } = finding;
      rows.add([
        { value: SEVERITIES[severity].words, style: SEVERITIES[severity].style },
        finding.unit ?? '',
        finding.item ?? '',
        withoutQuotedNames(finding.message),
        withoutQuotedNames(finding.remedy),
        source?.file ?? '',
        source?.sheet ?? '',
        source?.cell ?? '',
      ]);
    }
  }
  for (const { file, reason } of assessment.files.filter(({ status }) => status === 'unreadable')) {
    rows.add([{ value: '错误', style: 'bad' }, '', '', reason ?? '文件不能读取。', '请更正后重新报送。', file, '', '']);
  }
  if (assessment.questions.length) {
    rows.skip();
    rows.addTitle('待确认的栏目', HEADINGS.length);
    rows.add(['栏目', '可能的指标', '文件', '工作表', '单元格'], 'heading');
    for (const { heading, candidates, source } of assessment.questions) {
      const facts = candidates.map(({ item, fact }) => `${item} ${nameOf(assessment, item, fact)}`).join('；');
      rows.add([withoutContacts(heading), facts, source.file, source.sheet, source.cell]);
    }
  }
  return {
    name: SHEETS.findings,
    columnWidths: [8, 18, 10, 60, 50, 26, 14, 12],
    frozenRows: 3,
    cells: rows.cells,
    print: { repeatRows: 3 },
  };
}

function nameOf({ rulebook }: Assessment, item: string, fact: string): string {
  const items = [...rulebook.sections.flatMap((section) => section.items), rulebook.bonus, rulebook.deductions];
  return items.find(({ id }) => id === item)?.facts.find(({ id }) => id === fact)?.name ?? fact;
}
