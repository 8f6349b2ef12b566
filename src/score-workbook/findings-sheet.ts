import { SEVERITIES, WORST_FIRST, type Assessment, type Severity } from '../assessment';
import { factOf } from '../rulebook/rules';
import { withoutContacts, withoutQuotedNames } from '../workbook/persons';
import type { PlannedSheet, StyleName } from '../workbook/planned-write';
import { Rows } from './rows';
import { SHEETS } from './sheet-names';

const STYLES: Record<Severity, StyleName> = { error: 'bad', warning: 'warn', info: 'text' };

const HEADINGS = ['程度', '单位', '条目', '问题', '处理建议', '文件', '工作表', '单元格'];

/** 检查结果: everything wrong or doubtful, worst first, with where it is and what to do. */
export function findingsSheet(assessment: Assessment): PlannedSheet {
  const rows = new Rows();
  const counts = WORST_FIRST.map((severity) => {
    const count = assessment.findings.filter((finding) => finding.severity === severity).length;
    return `${SEVERITIES[severity]}${count}条`;
  });
  rows.addHead(SHEETS.findings, `${counts.join('，')}。`, HEADINGS);
  for (const severity of WORST_FIRST) {
    for (const finding of assessment.findings.filter((candidate) => candidate.severity === severity)) {
      const { source } = finding;
      rows.add([
        { value: SEVERITIES[severity], style: STYLES[severity] },
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
      const facts = candidates
        .map(({ item, fact }) => `${item} ${factOf(assessment.rulebook, item, fact)?.name ?? fact}`)
        .join('；');
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
