import type { Finding } from '../../assessment';
import type { Reading } from '../reading';

/** A quarterly report that came after it was due, or not at all; and a day without the time that decides. */
export function lateReport(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const { unit, quarter, received, source, late, never, due, note } of reading.receipts) {
    if (note) {
      found.push({
        code: 'report-without-time',
        severity: 'info',
        source,
        message: `“${unit}”${quarter}的季度报告${note}`,
        remedy: '如有收件时刻，请补充。',
        unit,
      });
    }
    if (!late) continue;
    const when = received?.replace('T', ' ').replace(' 00:00', '');
    const came = when ? `${when}才收到` : never ? '没有报送' : '注明逾期';
    found.push({
      code: 'late-report',
      severity: 'warning',
      source,
      message: `“${unit}”${quarter}的季度报告及问题清单${came}，应于${due.replace('T', ' ')}前报送。`,
      remedy: '请核对收件时间；确认后按未按时上报1次计。',
      item: reading.vocabulary.registers.receipts.item,
      unit,
    });
  }
  return found;
}
