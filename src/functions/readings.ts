import type { ReadingChoice } from '../rulebook/model';
import type { ReadingRules, Rules } from '../rulebook/rules';
import { isBlank, nameIn, quoted, rowsOf } from './cells';
import { invalid } from './errors';
import { readNamedBlock } from './named-block';

/** Sets a reading to the option in a cell. A reading without options, or an empty cell, changes nothing. */
export function setReading(choice: ReadingChoice, { id, options }: ReadingRules, cell: unknown): void {
  if (!options || isBlank(cell)) return;
  const option = Number(nameIn(cell) || NaN);
  if (!options[String(option)]) {
    throw invalid(`口径${id}没有选项${quoted(cell)}，可选：${Object.keys(options).join('、')}。`);
  }
  if (choice[id] !== undefined && choice[id] !== option) throw invalid(`口径${id}填了两个不同的选项，请只保留一个。`);
  choice[id] = option;
}

/** The readings that concern the whole, from a 口径 block; those of single items are passed over. */
export function readGeneralReadings(rules: Rules, block: unknown): ReadingChoice {
  const choice: ReadingChoice = {};
  readNamedBlock(rowsOf(block), '口径编号', (name, cell) => {
    const reading = rules.readings.find(({ id }) => id === name);
    if (reading?.items.includes('all')) setReading(choice, reading, cell);
    return reading !== undefined;
  });
  return choice;
}
