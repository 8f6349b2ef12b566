import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Mapping } from '../intake/headings';
import { quarterEnd, yearEnd } from '../assess/quarter';
import { isIsoDay } from '../rulebook/day';
import type { ReadingChoice, Rulebook } from '../rulebook/model';
import { factOf } from '../rulebook/rules';
import { findUnit, nearestUnits } from '../rulebook/units';
import { wrongCall } from './failure';

/** The cut-off that --quarter or --as-of names; the end of the year without either. */
export function cutOff(rulebook: Rulebook, quarter?: string, asOf?: string): string {
  if (quarter && asOf) throw wrongCall('--quarter和--as-of只能写一个。');
  if (quarter) {
    const end = quarterEnd(rulebook, quarter);
    if (!end) throw wrongCall(`“${quarter}”不是${rulebook.year}年的季度，请写${rulebook.year}Q3这样的季度。`);
    return end;
  }
  if (!asOf) return yearEnd(rulebook);
  if (!isIsoDay(asOf)) throw wrongCall(`“${asOf}”不是日期，请写${rulebook.year}-09-30这样的日期。`);
  if (!asOf.startsWith(`${rulebook.year}-`)) {
    throw wrongCall(`“${asOf}”不在${rulebook.year}年内；全年已结束的，不用写日期。`);
  }
  return asOf;
}

/** The canonical name of the unit that --unit names. */
export function unitName(rulebook: Rulebook, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const unit = findUnit(rulebook, name);
  if (unit) return unit.name;
  const nearest = nearestUnits(rulebook, name).map((near) => near.name);
  throw wrongCall(`单位名单中没有“${name}”${nearest.length ? `，相近的有：${nearest.join('、')}` : ''}。`);
}

/**
 * Takes the value of an option, once and not empty. What a shell makes of a name that it does not know is an empty word,
 * and an option without its value takes the next one for it: neither must be scored by in silence.
 */
export function onlyOnce(option: string): (value: string, previous: string | undefined) => string {
  return (value, previous) => {
    if (previous !== undefined) throw wrongCall(`选项${option}写了不止一次，请只写一个。`);
    if (value.trim() === '') throw wrongCall(`选项${option}后面的内容是空的。`);
    if (value.startsWith('--')) {
      throw wrongCall(`选项${option}后面缺少内容（“${value}”是另一个选项；以-开头的文件名前面请加“./”）。`);
    }
    return value;
  };
}

/** The bytes of a file that an option names. */
export function optionBytes(option: string, path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw wrongCall(`${option}指定的文件“${path}”打不开，请核对名称。`);
  }
}

/** Its text, in the encodings that editors and shells of Windows write. */
export function optionText(option: string, path: string): string {
  const bytes = optionBytes(option, path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** A YAML or JSON file that an option names. */
function dataFile(option: string, path: string): unknown {
  const text = optionText(option, path);
  try {
    return extname(path).toLowerCase() === '.json' ? JSON.parse(text) : parse(text);
  } catch {
    throw wrongCall(`${option}指定的文件“${path}”不是正确的YAML或JSON。`);
  }
}

/** The options chosen in a readings file, such as "A05: 3". */
export function readingChoice(rulebook: Rulebook, path: string | undefined): ReadingChoice {
  if (!path) return {};
  const data = dataFile('--readings', path) ?? {};
  if (typeof data !== 'object' || Array.isArray(data)) {
    throw wrongCall(`口径文件“${path}”应每行写一个口径编号和选项，例如“A05: 3”。`);
  }
  return Object.fromEntries(
    Object.entries(data as object).map(([id, option]) => {
      const reading = rulebook.readings.find((candidate) => candidate.id === id && candidate.options);
      if (!reading) throw wrongCall(`口径文件“${path}”中的“${id}”不是可选的口径编号。`);
      if (!isChoice(option) || !Object.hasOwn(reading.options!, String(option))) {
        throw wrongCall(`口径${id}没有选项“${String(option)}”，可选：${Object.keys(reading.options!).join('、')}。`);
      }
      return [id, Number(option)];
    }),
  );
}

const isChoice = (option: unknown): option is string | number => ['string', 'number'].includes(typeof option);

const mappingFile = v.record(
  v.string(),
  v.union([v.literal('ignore'), v.strictObject({ item: v.string(), fact: v.string() })]),
);

/** Answers to earlier questions about headings: fingerprint to {item, fact} or "ignore". */
export function headingMapping(rulebook: Rulebook, path: string | undefined): Mapping | undefined {
  if (!path) return undefined;
  const checked = v.safeParse(mappingFile, dataFile('--mapping', path));
  if (checked.success) {
    for (const answer of Object.values(checked.output)) {
      if (answer !== 'ignore' && !factOf(rulebook, answer.item, answer.fact)) {
        throw wrongCall(`栏目对应文件“${path}”中的“${answer.item} ${answer.fact}”不是细则中的条目和指标，请核对。`);
      }
    }
    return checked.output;
  }
  throw wrongCall(`栏目对应文件“${path}”每项应为“栏目标识: {item: 条目, fact: 指标编号}”或“栏目标识: ignore”。`);
}
