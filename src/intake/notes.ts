import type { Grid } from './grid';

/** What the notes of a sheet say about its signs. */
export interface SheetNotes {
  /** "/" and "—" in a place for a value. */
  slash: 'missing' | 'notApplicable';
  /** An empty month: not reported, or nothing to report. */
  blankMonth: 'missing' | 'reported';
  /** It says that an empty month is one that was not sent in: a month with a figure is one that was. */
  saysBlankIsMissing: boolean;
  /** A month with 0: reported as zero, or not reported. */
  zeroMonth: 'missing' | 'reported';
}

const SLASH = /[“"'‘「]?[/／—–－-]{1,2}[”"'’」]?\s*(?:[=＝]|表示|代表|为|指|系|即|是|视为|填)\s*([^；;，,。“"]*)/g;
const BLANK = /(?:空白|空格|空项|留空|未填)[”"]?\s*(?:[=＝]|表示|代表|为|指|系|即|是|视为)\s*([^；;，,。“"]*)/;
const ZERO = /[“"'‘「][0０][”"'’」]\s*(?:表示|代表|为|指|系|即|是|视为)\s*([^；;。“"]*)/;
const NOTHING_DUE = /不涉及|不适用|无此|无该|无相关|不需|无需/;

/** Reads the sheet's own legend: “/”表示不涉及, 空白为当月未汇聚. */
export function readNotes(grid: Grid): SheetNotes {
  const notes: SheetNotes = {
    slash: 'missing',
    blankMonth: 'missing',
    saysBlankIsMissing: false,
    zeroMonth: 'reported',
  };
  for (const { entries } of grid.lines) {
    for (const { text, cell } of entries) {
      if (typeof cell.value !== 'string' || text.length < 4 || !/[=＝]|表示|代表|为|指|系|即|是|填/.test(text))
        continue;
      if (!/^[（(]?(注|备注|说明|填表说明|填报说明|\d)|[“"/／空]/.test(text)) continue;
      for (const match of text.matchAll(SLASH)) {
        if (NOTHING_DUE.test(match[1] ?? '')) notes.slash = 'notApplicable';
      }
      const blank = BLANK.exec(text)?.[1] ?? '';
      if (/无办件|无数据产生|零|已报|不涉及|无业务|无需/.test(blank)) notes.blankMonth = 'reported';
      else if (/(?:未|没有?)(?:汇聚|上?报|上传|推送|传|提供)|缺/.test(blank)) notes.saysBlankIsMissing = true;
      if (/未汇聚|未报|未上传|缺/.test(ZERO.exec(text)?.[1] ?? '')) notes.zeroMonth = 'missing';
    }
  }
  return notes;
}

/** The last month that a text says a table covers (2023年1—9月, 截至2023年9月30日, 2023年9月), with the day if one is named. */
export function coverageIn(text: string, year: number): { month: number; day?: number } | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const others = [...plain.matchAll(/(20\d{2})年/g)].map((m) => Number(m[1]));
  if (others.length && !others.includes(year)) return undefined;
  const span = /(?<!\d)0?1(?:月份?)?[-—–~至到]+(?:20\d{2}年)?(\d{1,2})月/.exec(plain);
  if (span && Number(span[1]) <= 12) return { month: Number(span[1]) };
  const until =
    /(?:截至|截止|截至日期|截止日期|统计至)[日期时间:]*(?:20\d{2}[年./-])?(\d{1,2})[月./-](?:(\d{1,2})日?)?(?!\d)/.exec(
      plain,
    );
  if (until && Number(until[1]) <= 12) {
    return until[2] ? { month: Number(until[1]), day: Number(until[2]) } : { month: Number(until[1]) };
  }
  if (/上半年/.test(plain)) return { month: 6 };
  const quarters = /(?:前|第?一至|1-)([二三四234])季度|([一二三四1234])季度/.exec(plain);
  if (quarters) {
    const n = '一二三四'.indexOf(quarters[1] ?? quarters[2] ?? '') + 1 || Number(quarters[1] ?? quarters[2]);
    return { month: n * 3 };
  }
  const single = /20\d{2}[年.-](\d{1,2})月/.exec(plain) ?? /(?<!\d)(\d{1,2})月(?:份|报|度)/.exec(plain);
  return single && Number(single[1]) >= 1 && Number(single[1]) <= 12 ? { month: Number(single[1]) } : undefined;
}
