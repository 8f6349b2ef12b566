import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { assess } from '../../../src/assess/assess';
import type { Claim } from '../../../src/assessment';
import type { Item } from '../../../src/rulebook/model';
import { itemsOf } from '../../../src/rulebook/rules';
import { cellAddress } from '../../../src/workbook/address';
import { rulebook, workbook, type SheetWritten, type Written } from '../workbook';

/** Item, 完成情况, the facts in it, 自评得分. */
type Row = [string, string, { [fact: string]: Claim['value'] } | 'notApplicable', (number | string | null)?];
interface Sample {
  unit: string;
  layout: keyof typeof LAYOUTS;
  planted: { code: string; at: string }[];
  rows: Row[];
}
interface Form extends SheetWritten {
  /** The column of 完成情况, and the sheet's row of each item. */
  progress: number;
  at: Map<string, number>;
}

const samples = parse(fs.readFileSync(path.join(__dirname, 'form-samples.yaml'), 'utf8')) as Sample[];
const all = itemsOf<Item>(rulebook);
const sectionOf = (id: string) => rulebook.sections.find(({ id: section }) => section === id.split('.')[0]);

/** The rulebook's words for a row: those of an item, or of one of the two rows of 8. */
function wordsOf(id: string): { title: string; goal: string; clause: string } {
  const [whole = '', part] = all.some((item) => item.id === id) ? [id] : id.split('.');
  const item = all.find((one) => one.id === whole);
  if (!item) throw new Error(`no item ${id}`);
  const line = (text: string): string => (part ? (text.split('\n')[Number(part) - 1]?.trim() ?? '') : text);
  return { title: item.title, goal: line(item.goal), clause: line(item.clause) };
}

/** The 评分标准 alone says what a row is about; the score stands before what was done. */
function clauses({ unit, rows }: Sample): Form {
  const at = new Map<string, number>();
  const written: Written[][] = [
    ['2023年政务环境考核自评情况'],
    ['自评单位', unit],
    ['计分办法', '满分', '自评得分', '自查\n情况', '扣分原因'],
  ];
  for (const [id, text, , self] of rows) {
    at.set(id, written.length);
    written.push([wordsOf(id).clause, null, self, text]);
  }
  return { rows: written, progress: 3, at };
}

/** A line for each section, goals cut short, the last column for evidence; the unit stands in the title. */
function sections({ unit, rows }: Sample): Form {
  const at = new Map<string, number>();
  const written: Written[][] = [
    [`宜良县${unit.slice(1)}2023年度考评自查自评表`],
    ['序号', '目标任务', '年度完成情况', '得分', '备查资料'],
  ];
  const merges: string[] = [];
  let last: string | undefined;
  rows.forEach(([id, text, , self], index) => {
    const section = sectionOf(id)?.title ?? (id === '9' ? '九、激励加分' : '十、扣分');
    if (section !== last) {
      written.push([section]);
      merges.push(`A${written.length}:E${written.length}`);
    }
    last = section;
    at.set(id, written.length);
    written.push([index + 1, wordsOf(id).goal.split('。')[0], text, self === undefined ? null : `${self}`, '附件']);
  });
  return { rows: written, merges, progress: 2, at };
}

/** 条款号 and a short name; a row that is none of the rulebook's, and one that is hidden. */
function numbers({ unit, rows }: Sample): Form {
  const at = new Map<string, number>();
  const written: Written[][] = [
    [`单位（盖章）：${unit}        填报时间：2023年12月20日`],
    ['条款号', '考核要点', '自评情况及佐证', '自评 得分', '备注'],
  ];
  for (const [id, text, , self] of rows) {
    at.set(id, written.length);
    written.push([id, wordsOf(id).title, text, self]);
  }
  at.set('', written.length);
  written.push(['十二', '机房值班和网络安全演练', '开展网络安全演练2次', 1]);
  return { rows: written, hiddenRows: [at.get('6.1') ?? 0], progress: 2, at };
}

const LAYOUTS = { clauses, sections, numbers };
const wholeId = (id: string): string => (id.startsWith('8.') ? '8' : id);

describe.each(samples)('the form of $unit ($layout)', (sample) => {
  const form = LAYOUTS[sample.layout](sample);
  const snapshot = workbook('自评表.xlsx', form);
  const { scorecards, findings, intake } = run(snapshot);
  const cellOf = (id: string): string => cellAddress(form.at.get(id) ?? -1, form.progress);

  it('gives at least 97% of its facts from their cells, and none wrong', () => {
    expect(scorecards).toEqual([sample.unit]);
    const wanted = sample.rows.flatMap(([id, , facts]) =>
      facts === 'notApplicable'
        ? []
        : Object.entries(facts).map(([fact, value]) => `${wholeId(id)}.${fact} ${cellOf(id)} ${value}`),
    );
    const values = intake.filter(({ state }) => state === 'value');
    const read = new Set(values.map(({ item, fact, source, value }) => `${item}.${fact} ${source.cell} ${value}`));
    const missed = wanted.filter((one) => !read.has(one));
    expect(missed.slice(Math.floor(wanted.length * 0.03))).toEqual([]);
    const optional = (claim: Claim): boolean =>
      all.find(({ id }) => id === claim.item)?.facts.find(({ id }) => id === claim.fact)?.optional !== undefined;
    const strange = values
      .filter((claim) => !optional(claim))
      .map(({ item, fact, source, value }) => `${item}.${fact} ${source.cell} ${value}`);
    expect(strange.filter((one) => !wanted.includes(one))).toEqual([]);
    for (const [id, , facts] of sample.rows) {
      if (facts !== 'notApplicable') continue;
      expect([id, ...new Set(intake.filter(({ item }) => item === id).map(({ state }) => state))]).toEqual([id, facts]);
    }
  });

  it('has its mistakes found, and no other error', () => {
    const row = (id: string): string => `${(form.at.get(id) ?? -1) + 1}`;
    for (const { code, at } of sample.planted) {
      const found = findings
        .filter((one) => one.code === code)
        .map(({ source }) => /\d+/.exec(source?.cell ?? '')?.[0]);
      expect([code, ...found]).toContain(row(at));
    }
    const planted = new Set(sample.planted.map(({ code, at }) => `${code} ${row(at)}`));
    const errors = findings.filter(({ severity }) => severity === 'error');
    const others = errors.filter(({ code, source }) => !planted.has(`${code} ${/\d+/.exec(source?.cell ?? '')?.[0]}`));
    expect(others.map(({ message }) => message)).toEqual([]);
  });
});

function run(snapshot: ReturnType<typeof workbook>) {
  const { scorecards, findings } = assess(rulebook, [{ file: snapshot.file, sha256: '', snapshot }], {
    asOf: '2023-12-31',
  });
  const cards = scorecards.flatMap(({ items, bonus, deductions }) => [...items, bonus, deductions]);
  const intake = cards.flatMap(({ facts }) => facts.flatMap(({ claims }) => claims));
  return { scorecards: scorecards.map(({ unit }) => unit), findings, intake };
}
