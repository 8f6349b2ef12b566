import type { CellChange, OwnedSheet, Place, WorkbookHost } from '../../src/workbook/host';
import type { PlannedCell } from '../../src/workbook/planned-write';
import type { Cell, Snapshot } from '../../src/workbook/snapshot';

/** What a cell of the person's workbook holds at first: a value, or a formula with its result. */
export type StartCell = string | number | boolean | null | { formula: string; result: string | number };

export interface StartSheet {
  name: string;
  rows: StartCell[][];
  hidden?: boolean;
}

/** Somebody who works on the workbook between two sessions of the product's. */
export interface Hands {
  rename(sheet: string, to: string): unknown;
  removeSheet(sheet: string): unknown;
  addNote(sheet: string, cell: string, text: string): unknown;
  /** Draws a chart over cells, where the host shows charts. */
  addChart?(sheet: string, cells: string): unknown;
}

/** A chart as a person sees it in the workbook, or in a copy that was saved. */
export interface SeenChart {
  sheet: string;
  title?: string;
  stacked: boolean;
  /** Where the axis ends. */
  maximum?: number;
  categories: string[];
  series: { name: string; values: number[] }[];
  /** The cells that it covers. */
  at?: string;
}

/** Somebody at the keyboard while the product has the workbook open. */
export interface Keyboard {
  type(sheet: string, cell: string, entry: string | number): unknown;
  deleteRow(sheet: string, row: number): unknown;
}

/** A workbook that is open in a host. What a host cannot have, it leaves out, and the tests of it are not run. */
export interface Room {
  host: WorkbookHost;
  /** The same workbook in a session that knows nothing of the first. */
  again(): Promise<WorkbookHost>;
  /** All that a person can see of the workbook, as text. */
  picture(): Promise<string>;
  charts?(): Promise<SeenChart[]>;
  hands?: Hands;
  keyboard?: Keyboard;
  selection?(): Promise<Place | undefined>;
  /** Lets the nth step from now on fail, counted from 1; 0 ends it. Gives whether an earlier one did not come about. */
  failAt?(step: number): Promise<boolean>;
  protect?(what: { sheet: string } | 'workbook'): Promise<void>;
}

/** How tests come to a host. */
export interface Door {
  open(sheets: StartSheet[]): Promise<Room>;
  close?(): Promise<void>;
  /** Of the steps that may fail, every so manieth is tried; 1, all of them, if not given. */
  stride?: number;
  /** Steps that the writing of two sheets in place of others, and of a third, takes at least; 20 by default. */
  leastSteps?: number;
  /** Which of the optional parts its rooms have. */
  has: {
    hands?: boolean;
    charts?: boolean;
    keyboard?: boolean;
    marks?: boolean;
    settings?: boolean;
    selection?: boolean;
    failures?: boolean;
    protection?: boolean;
  };
}

const CHINESE_SENTENCE = /^(?!.*[\u4e00-\u9fff][,;:!?])[^]*[\u4e00-\u9fff].*。$/;

/** What people give that a spreadsheet might take for something else. */
const TEXTS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '3.5',
  '1-2',
  "'引",
  'TRUE',
  '50%',
  '2023/9/30',
  '=HYPERLINK("http://a")',
];

const FORM: StartSheet = {
  name: '自评表',
  rows: [
    ['单位', '县民政局', null],
    ['指标', '数值', '说明'],
    ['覆盖率', 0.935, '93.5%，见附件'],
    ['次数', 3, { formula: 'B4', result: 3 }],
    ['是否', true, ''],
  ],
};
const OTHER: StartSheet = { name: '附件 一', rows: [['甲', 1]], hidden: true };

const cell = (row: number, column: number, rest: Omit<PlannedCell, 'row' | 'column'>): PlannedCell => ({
  ...{ row, column },
  ...rest,
});

/** Two sheets of the product's, one with formulas over the other. */
function ours(value = 88): OwnedSheet[] {
  return [
    {
      key: '考评数据',
      sheet: {
        name: '考评数据',
        columnWidths: [18, 8],
        frozenRows: 1,
        print: { repeatRows: 1 },
        filter: { top: 0, left: 0, bottom: 2, right: 1 },
        cells: [
          cell(0, 0, { value: '指标', style: 'heading' }),
          cell(0, 1, { value: '数值', style: 'heading' }),
          cell(1, 0, { value: '覆盖率', style: 'text' }),
          cell(1, 1, { value, style: 'number' }),
          ...TEXTS.map((text, index) => cell(index + 2, 0, { value: text, style: 'text' as const })),
        ],
      },
    },
    {
      key: '得分表',
      sheet: {
        name: '得分表',
        cells: [
          cell(0, 0, { value: '得分表', style: 'title', span: { rows: 1, columns: 3 } }),
          cell(1, 0, { value: '覆盖率', link: { sheet: '考评数据', cell: 'B2' } }),
          cell(1, 1, { formula: '考评数据!$B$2', cached: value, style: 'number', format: '0.00' }),
        ],
      },
    },
  ];
}

/** A sheet of the product's with a chart of one series and one of two, or with the latter alone. */
function charted(value: number, count: 1 | 2): OwnedSheet[] {
  const rows = [
    ['', '已定', '待定'],
    ['县甲局', value, 20],
    ['=县乙局', 70.5, 0],
  ];
  const at = { column: 4, rows: 16, columns: 8 };
  const charts = [
    { title: '得分<率>&', data: { top: 1, left: 0, bottom: 3, right: 2 }, at: { ...at, row: 0 }, stacked: true },
    { title: '已定', data: { top: 1, left: 0, bottom: 3, right: 1 }, at: { ...at, row: 20 }, stacked: false },
  ];
  const cells = rows.flatMap((values, row) => values.map((each, column) => cell(row + 1, column, { value: each })));
  return [
    {
      key: '通报',
      sheet: { name: '通报', cells, charts: [{ ...charts[0], maximum: 100 }, charts[1]].slice(0, count) },
    },
  ];
}

/** What is seen of those charts. */
function seen(sheet: string, value: number): SeenChart[] {
  const categories = ['县甲局', '=县乙局'];
  const first = { name: '已定', values: [value, 70.5] };
  const second = { name: '待定', values: [20, 0] };
  return [
    { sheet, title: '得分<率>&', stacked: true, maximum: 100, categories, series: [first, second], at: 'E1:L16' },
    { sheet, title: '已定', stacked: false, maximum: undefined, categories, series: [first], at: 'E21:L36' },
  ];
}

/** The same two with no looks, which are most of the work. */
function plain(value: number): OwnedSheet[] {
  return ours(value).map(({ key, sheet }) => ({
    key,
    sheet: { ...sheet, cells: sheet.cells.slice(0, 4).map((each) => ({ ...each, style: undefined })) },
  }));
}

/** Where two pictures begin to differ; empty when they do not. */
function difference(before: string, after: string): string {
  if (before === after) return '';
  const from = [...before].findIndex((character, i) => character !== after[i]);
  const around = (text: string) => text.slice(Math.max(0, from - 60), from + 60);
  return `${around(before)}\n  is now\n${around(after)}`;
}

function sheetOf(snapshot: Snapshot, name: string) {
  const found = snapshot.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name} among ${snapshot.sheets.map((sheet) => sheet.name).join()}`);
  return found;
}

const at = (snapshot: Snapshot, sheet: string, row: number, column: number): Partial<Cell> =>
  sheetOf(snapshot, sheet).rows[row]?.[column] ?? {};
const names = (snapshot: Snapshot) => snapshot.sheets.map(({ name }) => name);
const keyed = (snapshot: Snapshot) => snapshot.sheets.flatMap(({ key, name }) => (key ? [[key, name]] : []));

/** Takes the promises of the port one by one; the same for every host. */
export function contract(name: string, door: Door): void {
  const { has } = door;
  const when = (condition: boolean | undefined) => (condition ? test : test.skip);

  describe(name, () => {
    let room: Room;
    let host: WorkbookHost;

    const open = async (...sheets: StartSheet[]) => {
      room = await door.open(sheets.length ? sheets : [FORM, OTHER]);
      ({ host } = room);
    };
    beforeEach(() => open());
    afterAll(() => door.close?.());

    describe('read', () => {
      test('gives what cells hold and show, formulas, and which sheets are hidden', async () => {
        const snapshot = await host.read();
        expect(names(snapshot)).toEqual(['自评表', '附件 一']);
        expect(snapshot.sheets.map(({ hidden, key }) => [hidden, key])).toEqual([
          [false, undefined],
          [true, undefined],
        ]);
        expect(at(snapshot, '自评表', 0, 1)).toMatchObject({ value: '县民政局', text: '县民政局' });
        expect(at(snapshot, '自评表', 2, 1)).toMatchObject({ value: 0.935, text: '0.935' });
        expect(at(snapshot, '自评表', 3, 2)).toMatchObject({ value: 3, formula: 'B4' });
        expect(at(snapshot, '自评表', 4, 1)).toMatchObject({ value: true });
        const { rowCount, columnCount, rows } = sheetOf(snapshot, '自评表');
        expect([rowCount, columnCount]).toEqual([5, 3]);
        expect(rows[0]?.[2]).toBeUndefined();
      });

      test('leaves the workbook and the selection as they are', async () => {
        const before = [await room.picture(), await room.selection?.()];
        await host.read();
        expect([await room.picture(), await room.selection?.()]).toEqual(before);
      });
    });

    describe('write', () => {
      test('adds the sheets after those of the person, and touches none of these', async () => {
        const { sheets: before } = await host.read();
        await host.writeSheets(ours());
        const after = await host.read();
        expect(after.sheets.slice(0, 2)).toEqual(before);
        expect(keyed(after)).toEqual([
          ['考评数据', '考评数据'],
          ['得分表', '得分表'],
        ]);
        expect(at(after, '考评数据', 1, 1)).toMatchObject({ value: 88 });
        expect(at(after, '得分表', 1, 1)).toMatchObject({ formula: '考评数据!$B$2', value: 88 });
      });

      test('whatever a text looks like, it stays a text', async () => {
        await host.writeSheets(ours());
        const snapshot = await host.read();
        const written = TEXTS.map((_, index) => at(snapshot, '考评数据', index + 2, 0));
        expect(written.map(({ value }) => value)).toEqual(TEXTS);
        expect(written.map(({ formula }) => formula)).toEqual(TEXTS.map(() => undefined));
      });

      test('twice gives what once gives', async () => {
        await host.writeSheets(ours());
        const once = await room.picture();
        await host.writeSheets(ours());
        expect(difference(once, await room.picture())).toBe('');
      });

      test('replaces the content of the sheets given, and of no others', async () => {
        await host.writeSheets(ours());
        const [data] = ours(91);
        await host.writeSheets([{ ...data, sheet: { ...data.sheet, cells: data.sheet.cells.slice(0, 4) } }]);
        const snapshot = await host.read();
        expect(names(snapshot)).toEqual(['自评表', '附件 一', '考评数据', '得分表']);
        expect(at(snapshot, '考评数据', 1, 1)).toMatchObject({ value: 91 });
        expect(sheetOf(snapshot, '考评数据').rowCount).toBe(2);
        expect(at(snapshot, '得分表', 1, 0)).toMatchObject({ value: '覆盖率' });
      });

      when(has.hands)('finds a renamed sheet again, and formulas follow the name', async () => {
        await host.writeSheets(ours());
        await room.hands!.rename('考评数据', '数据 2023');
        await (await room.again()).writeSheets(ours(90));
        const snapshot = await host.read();
        expect(keyed(snapshot)).toEqual([
          ['考评数据', '数据 2023'],
          ['得分表', '得分表'],
        ]);
        expect(at(snapshot, '数据 2023', 1, 1)).toMatchObject({ value: 90 });
        expect(at(snapshot, '得分表', 1, 1)).toMatchObject({ formula: "'数据 2023'!$B$2", value: 90 });
      });

      test('takes another name where a sheet of the person has the wished one, and formulas follow it', async () => {
        await open(FORM, { name: '考评数据', rows: [['我的', 1]] });
        const before = sheetOf(await host.read(), '考评数据');
        await host.writeSheets(ours());
        await host.writeSheets(ours(77));
        const snapshot = await host.read();
        expect(sheetOf(snapshot, '考评数据')).toEqual(before);
        const [[, name]] = keyed(snapshot).filter(([key]) => key === '考评数据');
        expect(name).not.toBe('考评数据');
        expect(at(snapshot, name!, 1, 1)).toMatchObject({ value: 77 });
        expect(at(snapshot, '得分表', 1, 1)).toMatchObject({ value: 77 });
      });

      when(has.hands)('makes a sheet anew that a person deleted', async () => {
        await host.writeSheets(ours());
        await room.hands!.removeSheet('考评数据');
        await host.writeSheets(ours(66));
        const snapshot = await host.read();
        expect(names(snapshot)).toEqual(['自评表', '附件 一', '得分表', '考评数据']);
        expect(at(snapshot, '得分表', 1, 1)).toMatchObject({ value: 66 });
      });

      when(has.failures)('leaves what was there, whichever step fails', async () => {
        await host.writeSheets(plain(88));
        const before = await room.picture();
        const sheets = [...plain(12), { key: '口径', sheet: { name: '口径', cells: [cell(0, 0, { value: '新' })] } }];
        let step = 1;
        for (let failed = true; failed; step += door.stride ?? 1) {
          await room.failAt!(step);
          failed = await host.writeSheets(sheets).then(
            () => false,
            (error: Error) => {
              expect(error.message).toMatch(CHINESE_SENTENCE);
              return true;
            },
          );
          // A step of tidying up may fail without harm: then the writing has succeeded.
          if (await room.failAt!(0)) break;
          if (failed) expect([step, difference(before, await room.picture())]).toEqual([step, '']);
        }
        expect(step).toBeGreaterThan(door.leastSteps ?? 20);
        expect(at(await host.read(), '考评数据', 1, 1)).toMatchObject({ value: 12 });
      });

      when(has.protection)('says in a sentence that the workbook or a sheet of ours is protected', async () => {
        await host.writeSheets(ours());
        await room.protect!({ sheet: '得分表' });
        const before = await room.picture();
        await expect(host.writeSheets(ours(1))).rejects.toThrow(/“得分表”受保护/);
        expect(difference(before, await room.picture())).toBe('');
        await open();
        await room.protect!('workbook');
        const untouched = await room.picture();
        await expect(host.writeSheets(ours())).rejects.toThrow(CHINESE_SENTENCE);
        expect(difference(untouched, await room.picture())).toBe('');
      });
    });

    describe('charts', () => {
      const ownCharts = async () => (await room.charts!()).filter(({ title }) => title !== undefined);

      when(has.charts)('stand where they were planned, over the figures of their block', async () => {
        await host.writeSheets(charted(80, 2));
        expect(await room.charts!()).toEqual(seen('通报', 80));
      });

      when(has.charts)(
        'of a later writing stand in place of the earlier ones, in another session as well',
        async () => {
          await host.writeSheets([...charted(80, 2), ...ours()]);
          await (await room.again()).writeSheets(charted(90, 1));
          expect(await ownCharts()).toEqual(seen('通报', 90).slice(0, 1));
          await host.writeSheets(charted(85, 2));
          expect(await ownCharts()).toEqual(seen('通报', 85));
          const once = await room.picture();
          await host.writeSheets(charted(85, 2));
          expect(difference(once, await room.picture())).toBe('');
        },
      );

      when(has.charts && has.hands)('leave those of the person, also on a sheet of ours', async () => {
        await host.writeSheets(charted(80, 2));
        for (const sheet of ['自评表', '通报']) await room.hands!.addChart?.(sheet, 'A2:B4');
        const others = async () =>
          (await room.charts!()).flatMap(({ sheet, title }) => (title === undefined ? [sheet] : []));
        const before = await others();
        await host.writeSheets(charted(90, 1));
        expect(await others()).toEqual(before);
        expect(await ownCharts()).toEqual(seen('通报', 90).slice(0, 1));
      });

      when(has.charts && has.hands)('go with their sheet when it is renamed', async () => {
        await host.writeSheets(charted(80, 2));
        await room.hands!.rename('通报', '第三季度 通报');
        expect(await room.charts!()).toEqual(seen('第三季度 通报', 80));
        await host.writeSheets(charted(90, 2));
        expect(await room.charts!()).toEqual(seen('第三季度 通报', 90));
      });

      when(has.charts && has.failures)(
        'are those of before when their writing fails, whichever step it is',
        async () => {
          await host.writeSheets(charted(80, 2));
          const before = [await room.picture(), await room.charts!()];
          let step = 1;
          for (let failed = true; failed; step += door.stride ?? 1) {
            await room.failAt!(step);
            failed = await host.writeSheets(charted(90, 2)).then(
              () => false,
              () => true,
            );
            if (await room.failAt!(0)) break;
            if (failed) expect([step, await room.picture(), await room.charts!()]).toEqual([step, ...before]);
          }
          expect(await room.charts!()).toEqual(seen('通报', 90));
        },
      );
    });

    describe('select', () => {
      when(has.selection)('goes to a cell, a block, and the first of several', async () => {
        await host.select({ sheet: '自评表', cell: 'B3' });
        expect(await room.selection!()).toEqual({ sheet: '自评表', cell: 'B3' });
        await host.select({ sheet: '自评表', cell: 'A2:B3,C4' });
        expect(await room.selection!()).toEqual({ sheet: '自评表', cell: 'A2:B3' });
      });

      when(has.selection)('says in a sentence that a sheet is not there', async () => {
        await expect(host.select({ sheet: '无此表', cell: 'A1' })).rejects.toThrow(CHINESE_SENTENCE);
      });
    });

    describe('changes', () => {
      /** Waits until so many changes have been told, or for a while. */
      const until = async (changes: CellChange[], count: number) => {
        for (let wait = 0; changes.length < count && wait < 200; wait++) {
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      };

      test("of the product's own are not told", async () => {
        const changes: CellChange[] = [];
        const end = await host.onChange((change) => changes.push(change));
        await host.writeSheets(ours());
        await host.setCells([{ place: { sheet: '自评表', cell: 'B3' }, value: 0.5 }]);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await end();
        expect(changes).toEqual([]);
      });

      when(has.keyboard)("are told with the cells, the product's own are not, and none after the end", async () => {
        const changes: CellChange[] = [];
        const end = await host.onChange((change) => changes.push(change));
        await host.writeSheets(ours());
        await host.setCells([{ place: { sheet: '自评表', cell: 'B3' }, value: 0.5 }]);
        await room.keyboard!.type('自评表', 'B4', 7);
        await until(changes, 1);
        expect(changes.map(({ sheet, range }) => [sheet, range])).toEqual([
          ['自评表', { top: 3, left: 1, bottom: 3, right: 1 }],
        ]);
        expect(changes[0].cells?.[0]?.[0]).toMatchObject({ value: 7, text: '7' });
        await end();
        await room.keyboard!.type('自评表', 'B4', 8);
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(changes).toHaveLength(1);
      });

      when(has.keyboard)('of more than cells are told without a range', async () => {
        const changes: CellChange[] = [];
        const end = await host.onChange((change) => changes.push(change));
        await room.keyboard!.deleteRow('自评表', 2);
        await until(changes, 1);
        expect(changes.length).toBeGreaterThan(0);
        expect(changes.at(-1)!.range).toBeUndefined();
        await end();
      });
    });

    describe('settings', () => {
      when(has.settings)('stay in the workbook until they are taken out', async () => {
        expect(await host.getSetting('yl.a')).toBeUndefined();
        await host.setSetting('yl.a', '{"单位":"县民政局"}');
        await host.setSetting('yl.b', '二');
        const later = await room.again();
        expect(await later.getSetting('yl.a')).toBe('{"单位":"县民政局"}');
        await later.setSetting('yl.a', undefined);
        expect(await later.getSetting('yl.a')).toBeUndefined();
        expect(await later.getSetting('yl.b')).toBe('二');
      });
    });

    describe('cells of the person', () => {
      when(has.marks)('are changed as agreed, a text to a text', async () => {
        await host.setCells([
          { place: { sheet: '自评表', cell: 'B3' }, value: 0.5 },
          { place: { sheet: '自评表', cell: 'C3' }, value: '=1+1' },
          { place: { sheet: '自评表', cell: 'C4' }, value: 4 },
        ]);
        const snapshot = await host.read();
        expect(at(snapshot, '自评表', 2, 1)).toMatchObject({ value: 0.5 });
        expect(at(snapshot, '自评表', 2, 2)).toMatchObject({ value: '=1+1' });
        expect(at(snapshot, '自评表', 2, 2).formula).toBeUndefined();
        expect(at(snapshot, '自评表', 3, 2)).toMatchObject({ value: 4 });
        expect(at(snapshot, '自评表', 3, 2).formula).toBeUndefined();
      });

      when(has.marks)('are all as before when one of them is not there', async () => {
        const before = await room.picture();
        const changes = ['自评表', '无此表'].map((sheet) => ({ place: { sheet, cell: 'B3' }, value: 1 }));
        await expect(host.setCells(changes)).rejects.toThrow(CHINESE_SENTENCE);
        expect(difference(before, await room.picture())).toBe('');
      });
    });

    describe('marks', () => {
      const MARKS = [
        { place: { sheet: '自评表', cell: 'B3' }, severity: 'error' as const, note: '覆盖率超过100%。\n请核实。' },
        { place: { sheet: '自评表', cell: 'A4:B4' }, severity: 'warning' as const, note: '请核对。' },
        { place: { sheet: '附件 一', cell: 'B1' }, severity: 'info' as const, note: '=说明' },
      ];

      when(has.marks)('are put on, and taken back exactly', async () => {
        const before = await room.picture();
        await host.mark(MARKS);
        expect(await room.picture()).not.toBe(before);
        await host.unmark();
        expect(difference(before, await room.picture())).toBe('');
      });

      when(has.marks)('on a block and on its first cell are both taken back', async () => {
        const before = await room.picture();
        const mark = (cell: string) => host.mark([{ ...MARKS[1], place: { sheet: '自评表', cell } }]);
        await mark('A4');
        const first = await room.picture();
        await mark('A4:B4,A3');
        expect(await room.picture()).not.toBe(first);
        await host.mark(['A4:B4,A3', 'A4'].map((cell) => ({ ...MARKS[1], place: { sheet: '自评表', cell } })));
        await host.unmark();
        expect(difference(before, await room.picture())).toBe('');
      });

      when(has.marks)('leave what cells hold', async () => {
        const before = (await host.read()).sheets;
        await host.mark(MARKS);
        expect((await host.read()).sheets).toEqual(before);
      });

      when(has.marks)('are taken back in another session as well', async () => {
        const before = await room.picture();
        await host.mark(MARKS);
        await (await room.again()).unmark();
        expect(difference(before, await room.picture())).toBe('');
      });

      when(has.marks)('of a later call stand in place of the earlier ones', async () => {
        const before = await room.picture();
        await host.mark([MARKS[1]]);
        const once = await room.picture();
        await host.unmark();
        await host.mark(MARKS);
        await host.mark([MARKS[1]]);
        expect(difference(once, await room.picture())).toBe('');
        await host.unmark();
        expect(difference(before, await room.picture())).toBe('');
      });

      when(has.marks && has.hands)('leave the notes that people wrote', async () => {
        await room.hands!.addNote('自评表', 'B3', '张三：已与统计局核对。');
        const before = await room.picture();
        await host.mark(MARKS);
        await host.unmark();
        expect(difference(before, await room.picture())).toBe('');
      });

      when(has.marks)('on a sheet that is not there are refused, and those of an earlier call stay', async () => {
        await host.mark(MARKS);
        const before = await room.picture();
        const lost = { ...MARKS[0], place: { sheet: '无此表', cell: 'B3' } };
        await expect(host.mark([MARKS[1], lost])).rejects.toThrow(CHINESE_SENTENCE);
        expect(difference(before, await room.picture())).toBe('');
      });

      when(has.marks)('that were never put on are taken back without a change', async () => {
        const before = await room.picture();
        await host.unmark();
        expect(difference(before, await room.picture())).toBe('');
      });

      when(has.marks && has.failures)('that cannot all be put on are not put on at all', async () => {
        const before = await room.picture();
        for (const step of [2, 5, 9, 14, 20, 27]) {
          await room.failAt!(step);
          const failed = await host.mark(MARKS).then(
            () => false,
            () => true,
          );
          await room.failAt!(0);
          if (!failed) await host.unmark();
          expect([step, difference(before, await room.picture())]).toEqual([step, '']);
        }
      });
    });
  });
}
