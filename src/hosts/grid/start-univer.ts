import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import { LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import sheetsInChinese from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import notesInChinese from '@univerjs/preset-sheets-note/locales/zh-CN';
import { toGridDescription, toGridFunction, type CellFunction } from './cell-function';

export type { FUniver };
export type { FWorkbook } from '@univerjs/sheets/facade';

/** Puts an empty grid into an element of the page; its cells can call the functions given. */
export function startUniver(container: HTMLElement, functions: CellFunction[], darkMode: boolean): FUniver {
  const univer = new Univer({
    darkMode,
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(sheetsInChinese, notesInChinese) },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: 'simple',
      formula: {
        // What a file stores as results may be older than its cells.
        initialFormulaComputing: CalculationMode.FORCED,
        function: functions.map(toGridFunction),
        description: functions.map(toGridDescription),
      },
    }),
    UniverSheetsNotePreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return FUniver.newAPI(univer);
}
