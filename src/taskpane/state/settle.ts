import type { Assessment, Claim, Finding, Settlement } from '../../assessment';
import type { Fact, Item } from '../../rulebook/model';
import { itemsOf } from '../../rulebook/rules';
import { parseFact } from '../../scoring/parse-fact';
import { inOrder, type SettlementAt } from '../../assess/settlements';
import { owned } from '../../score-workbook/own-sheets';
import { readSettlements } from '../../score-workbook/settlements-ledger';
import { settlementsSheet } from '../../score-workbook/settlements-sheet';
import { SHEETS } from '../../score-workbook/sheet-names';
import { readOpen, reasonOf } from './open-workbook';
import type { Pane } from './pane';
import type { PaneState, SettlementForm } from './pane-state';
import { openCard, shown } from './shown';

export const APPEAL = '申诉复核';
export const KINDS = ['核定', APPEAL];
export const OUTCOMES = ['申诉成立', '部分成立', '申诉不成立'];

/** What the office has settled, as the open workbook's 核定 sheet has it. */
export function settlementsIn({ services }: Pane, { workbook }: PaneState): SettlementAt[] {
  return workbook.status === 'ready' ? readSettlements(services.rulebook, workbook.snapshot) : [];
}

/** What was settled of one matter: the row that decides, and those before it, the latest first. */
export interface SettledMatter {
  latest: SettlementAt;
  earlier: SettlementAt[];
}

/** What the office has settled, matter by matter. */
export function settledMatters(pane: Pane, state: PaneState): SettledMatter[] {
  const matters = new Map<string, SettlementAt[]>();
  for (const row of inOrder(settlementsIn(pane, state))) {
    const key = keyOf(row);
    matters.set(key, [row, ...(matters.get(key) ?? [])]);
  }
  return [...matters.values()].map(([latest, ...earlier]) => ({ latest, earlier }));
}

const keyOf = ({ unit, item, fact }: Pick<Settlement, 'unit' | 'item' | 'fact'>) => `${unit} ${item} ${fact}`;

/** Something that waits for the office's word. */
export interface Matter {
  unit: string;
  item: string;
  fact: string;
  /** Chinese: 说法不一, 数值有误, 缺少. */
  why: string;
  /** What is known, a sentence; empty when nothing is. */
  says: string;
}

const WHY = new Map([
  ['conflicting-values', '说法不一'],
  ['uncertain-value', '不能确定'],
  ['claim-differs', '自报与掌握不一致'],
]);

/** What waits for the office's word: contradictions, doubts, figures that cannot be, then what is missing. */
export function mattersIn(assessment: Assessment, settlements: Settlement[]): Matter[] {
  const settled = new Set(settlements.map(({ unit, item, fact }) => `${unit} ${item} ${fact}`));
  const disputed = assessment.findings.flatMap(({ code, unit, item, fact, message }: Finding): Matter[] =>
    unit && item && fact && WHY.has(code) ? [{ unit, item, fact, why: WHY.get(code)!, says: message }] : [],
  );
  const told = new Set(disputed.map(({ unit, item, fact }) => `${unit} ${item} ${fact}`));
  const scores = assessment.scorecards.flatMap((card) =>
    [...card.items, card.bonus, card.deductions].map((score) => ({ unit: card.unit, score })),
  );
  const rejected = scores.flatMap(({ unit, score }) =>
    score.rejected.map(({ fact, problem }) => ({ unit, item: score.item, fact, why: '数值有误', says: problem })),
  );
  const missing = scores.flatMap(({ unit, score }) =>
    score.state === 'pending' && score.facts.length > 0
      ? score.missing.map((fact) => ({ unit, item: score.item, fact, why: '缺少', says: '' }))
      : [],
  );
  const untold = missing.filter(({ unit, item, fact }) => !told.has(`${unit} ${item} ${fact}`));
  return [...disputed, ...rejected, ...untold].filter(
    ({ unit, item, fact }) => !settled.has(`${unit} ${item} ${fact}`),
  );
}

export function itemOf(pane: Pane, id: string): Item | undefined {
  return itemsOf<Item>(pane.services.rulebook).find((item) => item.id === id);
}

export function factOf(pane: Pane, item: string, fact: string): Fact | undefined {
  return itemOf(pane, item)?.facts.find(({ id }) => id === fact);
}

/** Opens the form, filled in as far as it is known what it is about. */
export function beginSettling(pane: Pane, about: { unit?: string; item?: string; fact?: string }): void {
  const { store, services } = pane;
  const state = store.get();
  store.set({
    view: 'settle',
    notice: undefined,
    settling: {
      unit: about.unit ?? openCard(state)?.unit ?? shown(state)?.scorecards[0]?.unit ?? '',
      item: about.item ?? '',
      fact: about.fact ?? '',
      value: '',
      reason: '',
      date: services.today(),
      kind: KINDS[0],
      outcome: '',
    },
  });
}

/** What the workbooks say about the fact that the form is about, for the office to weigh. */
export function claimsAbout(state: PaneState, { unit, item, fact }: SettlementForm): Claim[] {
  const card = shown(state)?.scorecards.find((each) => each.unit === unit);
  const score = card && [...card.items, card.bonus, card.deductions].find((each) => each.item === item);
  const claims = score?.facts.find((used) => used.fact === fact)?.claims ?? [];
  return claims.filter(({ settlement, state: said }) => !settlement && said !== 'missing');
}

/** What is entered to take over what a claim says. */
export function entryFor(fact: Fact, { state, value }: Claim): string {
  if (state === 'notApplicable') return '不涉及';
  if (fact.type === 'percent') return `${Number(value)}%`;
  if (fact.type === 'bool') return value ? '是' : '否';
  return value === 'never' ? '未报送' : String(value);
}

export function fillSettlement(pane: Pane, change: Partial<SettlementForm>): void {
  pane.store.set(({ settling }) => ({ settling: settling && { ...settling, ...change } }));
}

/** What is wrong with each field of the form, a Chinese sentence. */
export function problemsIn(pane: Pane, form: SettlementForm): Partial<Record<keyof SettlementForm, string>> {
  const fact = factOf(pane, form.item, form.fact);
  const given = fact && form.value.trim() ? parseFact(fact, form.value, pane.services.rulebook.year) : undefined;
  const appeal = form.kind === APPEAL;
  const problems: Partial<Record<keyof SettlementForm, string>> = {
    ...(!form.unit && { unit: '请选择单位。' }),
    ...(!form.item && { item: '请选择条目。' }),
    ...(form.item && !fact && { fact: '请选择指标。' }),
    ...(fact && !form.value.trim() && { value: '请填写核定值；不涉及的填“不涉及”。' }),
    ...(given?.is === 'rejected' && { value: given.problem }),
    ...(!form.reason.trim() && { reason: '请写明理由和依据，例如佐证材料名称。' }),
    ...(!/^\d{4}-\d{2}-\d{2}$/.test(form.date) && { date: '请选择日期。' }),
    ...(appeal && !form.outcome && { outcome: '请选择复核结果。' }),
  };
  return problems;
}

const REWRITE = '“得分表”还是以前写的，请到“汇总”重新写入。';

async function write(pane: Pane, change: (rows: SettlementAt[]) => Settlement[], done: string): Promise<boolean> {
  const { store, host, services } = pane;
  store.set({ busy: { what: '正在写入“核定”表' }, notice: undefined });
  try {
    // Somebody may have written on the sheet a moment ago.
    const open = await host.read();
    const settlements = change(readSettlements(services.rulebook, open));
    const sheet = settlementsSheet(services.rulebook, open, settlements);
    await host.writeSheets(owned([sheet]));
    await readOpen(pane, { quietly: true });
    const { workbook, collection } = store.get();
    const stale = workbook.status === 'ready' && workbook.snapshot.sheets.some(({ key }) => key === SHEETS.data);
    store.set({
      collection: { ...collection, written: false },
      notice: { intent: 'success', text: stale ? `${done}${REWRITE}` : done },
    });
    return true;
  } catch (error) {
    store.set({ notice: { intent: 'error', text: reasonOf(error, '核定没有写入，所填内容仍保留。请稍后重试。') } });
    return false;
  } finally {
    store.set({ busy: undefined });
  }
}

/** Writes what the form holds to the 核定 sheet, below what was settled before. */
export async function saveSettlement(pane: Pane): Promise<void> {
  const form = pane.store.get().settling;
  if (!form || Object.keys(problemsIn(pane, form)).length) return;
  const settlement: Settlement = { ...form, value: form.value.trim(), reason: form.reason.trim() };
  const written = await write(pane, (rows) => [...rows, settlement], '核定已写入“核定”表，得分已重新计算。');
  if (written) pane.store.set({ settling: undefined });
}

/** Takes a settlement back; the one before it, if any, counts again. */
export async function removeSettlement(pane: Pane, { latest, earlier }: SettledMatter): Promise<void> {
  const again = earlier.length ? '改按上一次核定计分' : '得分已重新计算';
  const others = (rows: SettlementAt[]) => rows.filter(({ source }) => source.cell !== latest.source.cell);
  await write(pane, others, `这条核定已撤销，${again}。`);
}

export function stopSettling(pane: Pane): void {
  pane.store.set({ settling: undefined });
}
