import type { Fact } from '../rulebook/model';
import { parseFact, plain } from '../scoring/parse-fact';
import { quoted } from './cells';
import { invalid, notAvailable } from './errors';

const RECEIVED: Fact = {
  id: 'received',
  name: '收到时间',
  type: 'dateOrNever',
  unit: '',
  better: 'earlier',
  nature: 'event',
};
const NEVER = /^未(上报|收到)$/;
/** A day, and the time after it: 2023-09-13 16:30, 9月13日下午4时30分. */
const CLOCK = /^(.*[日 T])\s*(上午|下午)?\s*(\d{1,2})(?:[:时点](\d{1,2})?)(?:分|:\d{1,2}(?:\.\d+)?)?$/;

/**
 * When a report came in, as an Excel date-time; Infinity when it never did.
 * @throws CellError #N/A when the cell says nothing, #VALUE! when it cannot be read
 */
export function readReceived(cell: unknown, year: number): number {
  const text = typeof cell === 'string' ? plain(cell) : '';
  if (NEVER.test(text)) return Infinity;
  const clock = CLOCK.exec(text);
  const day = parseFact(RECEIVED, clock ? clock[1].replace(/T$/, '') : cell, year);
  if (day.is === 'missing') throw notAvailable('缺少:收到时间');
  if (day.is !== 'value') {
    throw invalid(`收到时间${quoted(cell)}不能识别，请填写2023-09-13 16:30这样的时间或“未报送”。`);
  }
  if (typeof cell === 'number') return cell;
  if (!clock) return day.value;
  const [, , half, hours, minutes = '0'] = clock;
  const hour = Number(hours) + (half === '下午' && Number(hours) < 12 ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) throw invalid(`收到时间${quoted(cell)}不存在，请核对。`);
  return day.value + (hour * 60 + Number(minutes)) / 1440;
}
