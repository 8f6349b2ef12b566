import { plainText } from './text';

/** Under the name of a figure: it counts, or it is another figure that only stands beside it. */
export type Standing = 'counts' | 'beside';

const COUNTS =
  /^(本年度?|今年|当年|年度)?(实际|已)?(完成|达到)?(值|数|数值|数据|情况)?$|^(实绩|现值|现状|本年|今年|当年|查实|属实|核实|成立|认定|已核实|经核实|核实属实)(数|值|数量|次数|件数|起数|个数|情况)?$/;
const BESIDE =
  /^(上|去|前|往)(一)?(年|期|季度?|月)(同期)?(值|数|完成值|完成数)?$|^(同期|基期|基数)(值|数)?$|^(增减|升降|变化|变动|浮动|差值|差额|差距|增长|提升|下降|提高|降低|增幅|降幅|同比|环比|较上年|较去年|比上年|比去年|与上年比|与目标差)(率|数|值|量|幅度|情况|百分点)?(增减|升降|变化)?$|^(年度|全年)?(目标|任务|计划|要求|考核目标|目标任务)(值|数|要求)?$|^(不实|不属实|未查实|不成立|查否|撤销|待核实?|待查|未核实|待定|排名|名次|位次)(数|数量|次数|件数|起数|个数)?$/;
/** All of it, beside a part that has a figure of its own. */
const WHOLE = /^(全部|全体|总体|整体|所有|全口径)?(政务服务)?(事项)?(总体|整体|平均|全部)?$/;
const YEAR = /^(20\d{2})年?度?(实际|已)?(完成|达到)?(值|数|数值|数据|情况)?$/;

/** What a lowest heading says of the figure that is named above it; undefined where it names a figure of its own. */
export function standingOf(heading: string, year: number): Standing | undefined {
  const plain = plainText(heading.replace(/[(（].*?[)）]/g, ''));
  if (plain.length < 2 || plain.length > 12) return undefined;
  const named = YEAR.exec(plain);
  if (named) return Number(named[1]) === year ? 'counts' : 'beside';
  if (BESIDE.test(plain)) return 'beside';
  return COUNTS.test(plain) || WHOLE.test(plain) ? 'counts' : undefined;
}
