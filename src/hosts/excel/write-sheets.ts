import type { OwnedSheet } from '../../workbook/host';
import { ownName } from '../../workbook/own-name';
import { targetsOf, type Target as OwnTarget } from '../../workbook/own-targets';
import { sheetProtected, structureProtected } from '../../workbook/refusals';
import type { SheetNames } from '../../workbook/rename-sheets';
import { drawCharts, loadCharts, removeNew, removeOld, type ChartsBefore } from './charts';
import { loadNames, loadOwnKeys } from './own-sheets';
import { CELLS_AT_ONCE } from './session';
import { contentSteps, frameSheet, type Step } from './sheet-content';

/** A sheet of the product's as it was before. */
interface Existing {
  name: string;
  worksheet: Excel.Worksheet;
  used: Excel.Range;
  filter: Excel.Range;
  charts: ChartsBefore;
}

interface Target extends OwnTarget<Existing> {
  /** A copy of what was there, while the writing lasts. */
  backup?: Excel.Worksheet;
}

interface Plan {
  targets: Target[];
  /** Ids of all sheets there are. */
  before: Set<string>;
  names: SheetNames;
  /** The copies are there, so that from now on something may have been changed. */
  begun: boolean;
  /** Hears the id of each sheet that is added or taken away. */
  note(id: string): void;
}

/**
 * Writes the product's sheets. What stands in them is kept in hidden copies until all is written, so that a failure half
 * way leaves the workbook as it was.
 */
export async function writeSheets(
  context: Excel.RequestContext,
  sheets: OwnedSheet[],
  note: Plan['note'],
): Promise<void> {
  const plan = await prepare(context, sheets, note);
  try {
    await putCopiesAside(context, plan);
    const worksheets = makeRoom(context, plan);
    await perform(
      context,
      plan.targets.flatMap(({ owned, existing }, i): Step[] => [
        ...contentSteps(worksheets[i], owned.sheet, plan.names, CELLS_AT_ONCE),
        { cells: 0, call: () => drawCharts(worksheets[i], owned.sheet.charts ?? [], existing?.charts) },
      ]),
    );
  } catch (error) {
    await restore(context, plan);
    throw error;
  }
  // All is written: a copy or a chart that is left over would only puzzle people, so tidying up is worth a second try.
  await tidyUp(context, plan).catch(() => tidyUp(context, plan));
}

async function prepare(context: Excel.RequestContext, sheets: OwnedSheet[], note: Plan['note']): Promise<Plan> {
  const { workbook } = context;
  workbook.worksheets.load('items/id,items/name');
  workbook.protection.load('protected');
  const defined = loadNames(context);
  await context.sync();

  const ownKeys = loadOwnKeys(defined);
  const found = workbook.worksheets.items.map((worksheet) => ({
    worksheet,
    protection: worksheet.protection.load('protected'),
    used: worksheet.getUsedRangeOrNullObject().load('address'),
    filter: worksheet.autoFilter.getRangeOrNullObject().load('address'),
    charts: loadCharts(worksheet),
  }));
  await context.sync();

  const keys = ownKeys();
  const own = new Map(
    found.flatMap((sheet) => {
      const key = keys.get(sheet.worksheet.id);
      return key === undefined
        ? []
        : [[key, { ...sheet, name: sheet.worksheet.name, charts: sheet.charts() }] as const];
    }),
  );
  const taken = found.map(({ worksheet }) => worksheet.name);
  const { targets, names } = targetsOf(sheets, taken, own);
  for (const { name, existing } of targets) if (existing?.protection.protected) throw sheetProtected(name);
  // Without a new sheet and a copy nothing can be written safely.
  if (workbook.protection.protected) throw structureProtected();
  return { targets, before: new Set(found.map(({ worksheet }) => worksheet.id)), names, begun: false, note };
}

async function putCopiesAside(context: Excel.RequestContext, plan: Plan): Promise<void> {
  const active = context.workbook.worksheets.getActiveWorksheet();
  for (const target of plan.targets) {
    if (!target.existing) continue;
    target.backup = target.existing.worksheet.copy('End').load('id');
    target.backup.visibility = 'Hidden';
  }
  // Copying goes to the copy.
  active.activate();
  await context.sync();
  plan.begun = true;
}

/** Adds the new sheets and empties the others; gives the sheets to write. */
function makeRoom({ workbook, application }: Excel.RequestContext, { targets }: Plan): Excel.Worksheet[] {
  application.suspendScreenUpdatingUntilNextSync();
  return targets.map(({ owned, name, existing }) => {
    if (existing) {
      empty(existing.worksheet);
      return existing.worksheet;
    }
    const worksheet = workbook.worksheets.add(name);
    const defined = ownName(owned.key);
    // A name whose sheet was deleted is left over.
    workbook.names.getItemOrNullObject(defined).delete();
    workbook.names.add(defined, worksheet.getRange()).visible = false;
    frameSheet(worksheet, owned.sheet);
    if (owned.sheet.hidden) worksheet.visibility = 'Hidden';
    return worksheet;
  });
}

function empty(worksheet: Excel.Worksheet): void {
  worksheet.autoFilter.remove();
  worksheet.getRange().clear();
}

/** Carries out the steps, as many at a time as Excel takes. */
async function perform(context: Excel.RequestContext, steps: Step[]): Promise<void> {
  let cells = 0;
  let next = 0;
  context.application.suspendApiCalculationUntilNextSync();
  while (next < steps.length && (cells === 0 || cells + steps[next].cells <= CELLS_AT_ONCE)) {
    cells += steps[next].cells;
    steps[next++].call();
  }
  await context.sync();
  if (next < steps.length) await perform(context, steps.slice(next));
}

/** Takes away what was kept in case of a failure. */
async function tidyUp(context: Excel.RequestContext, plan: Plan): Promise<void> {
  await changeCharts(context, plan, removeOld);
  await removeAdded(context, plan, ({ id }) => plan.targets.some(({ backup }) => backup?.id === id));
}

/** Puts back what was there. */
async function restore(context: Excel.RequestContext, plan: Plan): Promise<void> {
  if (plan.begun) await changeCharts(context, plan, removeNew);
  for (const { existing, backup, owned } of plan.targets) {
    if (!existing) context.workbook.names.getItemOrNullObject(ownName(owned.key)).delete();
    else if (plan.begun && backup) putBack(existing, backup);
  }
  const names = plan.targets.map(({ name }) => name);
  await removeAdded(context, plan, ({ name }) => names.some((ours) => name === ours || name.startsWith(`${ours} (`)));
}

function putBack({ worksheet, used, filter }: Existing, backup: Excel.Worksheet): void {
  empty(worksheet);
  if (!used.isNullObject) {
    const address = withoutSheet(used.address);
    worksheet.getRange(address).copyFrom(backup.getRange(address));
  }
  if (!filter.isNullObject) worksheet.autoFilter.apply(worksheet.getRange(withoutSheet(filter.address)));
}

/** Compares the charts of the sheets that were there with those of now. */
async function changeCharts(
  context: Excel.RequestContext,
  { targets }: Plan,
  change: (before: ChartsBefore, now: Excel.ChartCollection) => void,
): Promise<void> {
  const sheets = targets.flatMap(({ owned: { sheet }, existing }) =>
    existing && (sheet.charts?.length || existing.charts.length) ? [existing] : [],
  );
  const now = sheets.map(({ worksheet }) => worksheet.charts.load('items/id'));
  if (now.length) await context.sync();
  sheets.forEach(({ charts }, i) => change(charts, now[i]));
}

/** Takes sheets away again that were not there before. */
async function removeAdded(
  context: Excel.RequestContext,
  { before, note }: Plan,
  isOurs: (worksheet: Excel.Worksheet) => boolean,
): Promise<void> {
  const worksheets = context.workbook.worksheets.load('items/id,items/name');
  await context.sync();
  for (const worksheet of worksheets.items.filter(({ id }) => !before.has(id))) {
    note(worksheet.id);
    if (isOurs(worksheet)) worksheet.delete();
  }
  await context.sync();
}

function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1);
}
