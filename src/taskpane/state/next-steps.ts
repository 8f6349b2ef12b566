import type { Assessment, Scorecard } from '../../assessment';
import { openQuestions } from './questions';
import { findingsOf, openItems } from './shown';

/** What the person does next, most pressing first. */
export interface NextStep {
  kind: 'questions' | 'fix' | 'errors' | 'report' | 'warnings';
  /** A Chinese sentence without its end. */
  text: string;
}

/** What a unit's workbook still wants done; empty when it may be sent in. */
export function nextSteps(assessment: Assessment, card: Scorecard): NextStep[] {
  const findings = findingsOf(assessment, card.unit);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const fixes = findings.filter(({ fix }) => fix).length;
  const open = openItems(assessment.rulebook, card);
  // Items that nobody reports on are many in a small workbook: what was begun comes first.
  const begun = open.filter(({ score }) => score.facts.length > 0);
  const gain = Math.round((begun.length ? begun : open).reduce((sum, item) => sum + item.gain, 0) * 100) / 100;
  const questions = openQuestions(assessment.questions).length;
  const steps: (NextStep | false)[] = [
    questions > 0 && { kind: 'questions', text: `确认${questions}个栏目是什么指标` },
    count('error') > 0 && { kind: 'errors', text: `更正${count('error')}处错误` },
    fixes > 0 && { kind: 'fix', text: `${fixes}处可以自动改正，先看再改` },
    begun.length > 0 && { kind: 'report', text: `补齐${begun.length}项缺少的数据，最多可得${gain}分` },
    !begun.length && open.length > 0 && { kind: 'report', text: `还有${open.length}项没有填报，最多可得${gain}分` },
    count('warning') > 0 && { kind: 'warnings', text: `核对${count('warning')}处提醒` },
  ];
  return steps.filter((step) => step !== false);
}
