import type { FactType } from '../rulebook/model';
import { isDateFormat, readDate } from './dates';
import type { Entry } from './grid';
import type { Target } from './targets';
import { readFigure, readNumber } from './values';

/** A look at this many cells under a heading tells what kind of value stands there. */
const SAMPLES = 12;

const MEASURES: [RegExp, FactType[]][] = [
  [/^(%|百分比|百分点|百分率|比例|比率)$/, ['percent']],
  [/^(是否|有无|是或否)$/, ['bool']],
  [/^(年月日|日期|时间|年月)$/, ['date', 'dateOrNever']],
  [/^(分|分值)$/, ['mark']],
  [/^(工作日|个工作日|天|小时)$/, ['number', 'count']],
  [/^(个|项|件|起|家|条|类|种|户|宗|月|个月|张|所)$/, ['count']],
  [/^(次|人次|次数)$/, ['count', 'number']],
];

/** Whether a measure can be that of what a target asks for. */
export function fitsMeasure(measure: string, target: Target): boolean {
  const fitting = MEASURES.find(([words]) => words.test(measure));
  if (target.rate) return !fitting || fitting[1].includes('percent');
  return !fitting || fitting[1].includes(target.fact.type);
}

/** A heading over nothing but days asks for a day, whether it says so or not. */
export function measureShown(samples: Entry[]): string {
  const told = samples.slice(0, SAMPLES).filter(({ text }) => !/^[/／—–-]$|不涉及|待定/.test(text));
  const days = told.filter(({ cell, text }) =>
    typeof cell.value === 'number' ? isDateFormat(cell.format) : typeof readDate(text, 2000) === 'object',
  );
  const never = told.filter(({ text }) => /^(尚)?未/.test(text));
  return days.length > 0 && days.length >= never.length && (days.length + never.length) * 4 >= told.length * 3
    ? '日期'
    : '';
}

/** 详见附件 speaks neither for nor against a kind of value; a number, a day or 是 does. */
function saysSomething(text: string): boolean {
  return readNumber(text) !== undefined || readDate(text, 2000) !== undefined || /^(是|否|有|√|×|已|未)/.test(text);
}

/** Whether most of the values under a heading can be read as what the fact wants. */
export function fitsSamples(samples: Entry[], target: Target): boolean {
  let read = 0;
  let unread = 0;
  const inverse = target.fact.type === 'bool';
  const fact = target.rate ? { ...target.fact, type: 'percent' as const } : target.fact;
  for (const { cell, text } of samples.slice(0, SAMPLES)) {
    if (!target.rate && fact.type !== 'percent' && cell.format?.includes('%')) {
      unread += 1;
      continue;
    }
    const context = { year: 2000, date1904: false, scale: 'points' as const, slash: 'missing' as const, inverse };
    const figure = readFigure(cell, text, fact, context);
    if (figure.code === 'unreadable' && typeof cell.value === 'string' && !saysSomething(text)) continue;
    if (figure.code === 'unreadable' || (figure.code === 'bad-date' && typeof cell.value === 'number')) unread += 1;
    else if (figure.code === 'fractional-count' && typeof cell.value === 'number' && samples.length > 1) unread += 0.5;
    else if (fact.unit === '个月' || /月数$/.test(fact.name)) {
      // No year has thirteen months.
      if (typeof figure.value === 'number' && figure.value > 12) unread += 1;
      else read += 1;
    } else if (figure.state === 'value' || figure.state === 'rejected') read += 1;
  }
  return read >= unread;
}
