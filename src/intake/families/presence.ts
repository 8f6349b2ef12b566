import type { SheetContext } from '../answers';

/** What a cell of a register of attendance says. */
export type Presence = 'present' | 'absent' | 'excused' | 'unknown' | 'notInvited';

const ABSENT =
  /缺席|缺会|缺勤|未参加|未参会|未到|未出席|未签到|没有参加|没参加|没到|不参加|旷会|无人参加|^(×|✗|✘|✕|x|否|无|缺|旷)$/i;
const EXCUSED = /请假|^(○|〇|△|假|事假|公假|病假)$/;
const PRESENT =
  /出席|参会|到会|参加|签到|列席|代会|代参|委托|派员|派人|替会|迟到|早退|按时|准时|实到|^(√|✓|☑|●|是|已到|到|代|替|迟)$/;
const NOT_INVITED = /^[/／—–-]+$|不涉及|未通知|无需参加|不需参加/;

const MARK = '√✓☑×✗✘✕○〇●◎△▲☆★◇◆□■—–／';
/** Where the words of the next mark begin: ，△代会 and 、缺：缺席. */
const NEXT = `[\\s，,、]+(?:[${MARK}]|[\\u4e00-\\u9fa5][:：]|[0-9A-Za-z]\\s*[=＝])`;
/** A mark, one character with a colon (代：派员代会) or a digit (1=参会), and what it stands for. */
const MEANT = new RegExp(
  `(?:([${MARK}])\\s*[:：为]?|(?<=^|[\\s；;。，,、])([\\u4e00-\\u9fa5])[:：](?!\\s*[0-9A-Za-z]\\s*[=＝])|(?<=^|[\\s；;。，,、:：(（])([0-9A-Za-z])\\s*[=＝])\\s*((?:(?!${NEXT})[^；;。${MARK}]){2,24})`,
  'gu',
);
const COUNTS_AS_PRESENT =
  /(?:视为|视同|算作?|按)(?:参加|参会|出席|到会)|不计(?:入)?(?:未参加|缺席|未到|缺会)|不算(?:未参加|缺席)/;
const COUNTS_AS_ABSENT =
  /(?:视为|视同|(?<!不)(?:算作?|按|计(?:入|为)?))(?:未参加|未参会|缺席|未到|缺会)|不(?:视为|视同|算|计(?:入|为)?)(?:参加|参会|出席|到会)/;

/** What a sheet says that its marks stand for: √参加；△派员代会（视为参加）；○经批准请假（不计未参加）. */
export function legendOf({ grid }: SheetContext): Map<string, Presence> {
  const legend = new Map<string, Presence>();
  for (const { text } of grid.lines.flatMap(({ entries }) => entries)) {
    const meant = [...text.matchAll(MEANT)];
    if (meant.length < 2) continue;
    for (const [, mark, character, sign, words = ''] of meant)
      legend.set(
        (mark ?? character ?? sign ?? '').normalize('NFKC'),
        COUNTS_AS_ABSENT.test(words) ? 'absent' : COUNTS_AS_PRESENT.test(words) ? 'present' : presenceOf(words.trim()),
      );
  }
  return legend;
}

/** What a text says of who came; the sheet's own legend comes first. */
export function presenceOf(text: string, legend?: Map<string, Presence>): Presence {
  const plain = text.normalize('NFKC').trim();
  const meant = legend?.get(plain);
  if (meant && meant !== 'unknown') return meant;
  if (NOT_INVITED.test(plain)) return 'notInvited';
  if (EXCUSED.test(plain)) return 'excused';
  if (ABSENT.test(plain)) return 'absent';
  return PRESENT.test(plain) ? 'present' : 'unknown';
}
