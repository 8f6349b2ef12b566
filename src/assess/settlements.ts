import type { Claim, Settlement, Source } from '../assessment';
import type { Rulebook } from '../rulebook/model';
import { factOf } from '../rulebook/rules';
import { findUnit } from '../rulebook/units';
import { parseFact } from '../scoring/parse-fact';
import { toFactValue } from '../scoring/words';

/** A settlement with the cell that its value stands in. */
export interface SettlementAt extends Settlement {
  source: Source;
}

/** In the order in which they were made; one without a day belongs to the one before it on the same matter. */
export function inOrder<Row extends Settlement>(settlements: Row[]): Row[] {
  const days = new Map<string, string>();
  const dated = settlements.map((settlement) => {
    const matter = [settlement.unit, settlement.item, settlement.fact].join();
    const day = settlement.date || (days.get(matter) ?? '');
    days.set(matter, day);
    return { settlement, day };
  });
  // Sorting keeps the order of those of one day.
  return dated.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))).map(({ settlement }) => settlement);
}

/**
 * Settlements as claims that stand over all others, earlier ones first: of several on one matter the last decides.
 * Those about no fact of the rulebook say nothing.
 */
export function settlementClaims(rulebook: Rulebook, settlements: SettlementAt[]): Claim[] {
  return inOrder(settlements).flatMap(({ source, ...settlement }): Claim[] => {
    const { item, fact: id, value: raw } = settlement;
    const unit = findUnit(rulebook, settlement.unit)?.name;
    const fact = factOf(rulebook, item, id);
    if (!unit || !fact) return [];
    const given = parseFact(fact, raw, rulebook.year);
    if (given.is === 'missing') return [];
    const said = { unit, item, fact: id, raw, source, voice: 'office', confidence: 1, settlement } as const;
    // A row of the sheet moves when another is taken out: no formula may rest on its place.
    const claim = { ...said, linkable: false };
    if (given.is === 'rejected') return [{ ...claim, state: 'rejected', problem: given.problem }];
    if (given.is === 'notApplicable') return [{ ...claim, state: 'notApplicable' }];
    return [{ ...claim, state: 'value', value: toFactValue(fact, given.value) }];
  });
}
