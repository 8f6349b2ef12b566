import { readProseSignals } from '../../../src/intake/prose/signals';
import { context, item } from './items';

test.each([
  ['1.1.3', '应承接126项，已承接124项，承接率100%。', [{ kind: 'rate', value: 100, quote: '承接率100%', done: 'accepted', of: 'total' }]],
  ['1.2.2', '指南21个，已关联20个，关联率为９５.２％', [{ kind: 'rate', value: 95.2, quote: '关联率为９５.２％', done: 'licence_linked', of: 'licence_total' }]],
  ['2.5', '应进驻259项，实际进驻259项，进驻率100%，综合窗口覆盖率98%', [{ kind: 'rate', value: 100, quote: '进驻率100%', done: 'moved_in', of: 'must_move_in' }]],
  ['5.1', '系统4个，已共享3个，共享率75%', [{ kind: 'rate', value: 75, quote: '共享率75%', done: 'systems_shared', of: 'systems' }]],
  ['1.1.3', '承接率达到95%以上', []],
  ['1.1.3', '应承接126项，办结率100%', []],
])('%s %s', (id, text, expected) => {
  expect(readProseSignals(item(id), text, context)).toEqual(expected);
}); // prettier-ignore
