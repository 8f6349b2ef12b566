import type { Claim, FactUsed, Finding } from '../assessment';
import type { Fact, Item } from '../rulebook/model';
import type { FactValue } from '../scoring/item-score';
import { fromFactValue, MISSING, parseFact, type Given } from '../scoring/parse-fact';
import { valueInWords } from '../scoring/words';

/** A value that was read with less certainty than this is shown, and not used. */
const SURE_ENOUGH = 0.5;

export interface Settled {
  given: Given;
  used: FactUsed;
  findings: Finding[];
}

function place({ source }: Claim): string {
  return `${source.file}“${source.sheet}”${source.cell}`;
}

function isOfficial(claim: Claim): boolean {
  return claim.voice !== 'department';
}

function inWords(fact: Fact, value: FactValue | undefined, year: number): string {
  const given = fromFactValue(fact, value, year);
  return given.is === 'value' ? valueInWords(fact, given.value) : String(value);
}

function distinct(claims: Claim[]): Claim[] {
  return claims.filter((claim, index) => claims.findIndex((other) => other.value === claim.value) === index);
}

/** What the office has settled is no longer in dispute, whatever else is said. */
function settledBy(fact: Fact, ruled: Claim, claims: Claim[], year: number): Omit<Settled, 'findings'> {
  const { value, source, voice } = ruled;
  const given = parseFact(fact, ruled.raw, year);
  return { given, used: { fact: fact.id, ...(value !== undefined && { value }), source, voice, claims } };
}

/**
 * Settles what a fact's value is from all that was said about it. What the office settled (核定) comes first. A figure of
 * the office or of its platforms stands over a department's own; equal values agree; different values on one side are a
 * conflict and none is taken.
 */
export function settle(unit: string, item: Item, fact: Fact, claims: Claim[], year: number): Settled {
  const findings: Finding[] = [];
  const base = { item: item.id, fact: fact.id, unit };
  const ruled = claims.filter((claim) => claim.settlement).at(-1);
  if (ruled) return { ...settledBy(fact, ruled, claims, year), findings };
  const sure = claims.filter((claim) => claim.state !== 'value' || claim.confidence >= SURE_ENOUGH);
  for (const claim of claims.filter((candidate) => !sure.includes(candidate))) {
    findings.push({
      ...base,
      code: 'uncertain-value',
      severity: 'warning',
      source: claim.source,
      message: `“${fact.name}”可能是${inWords(fact, claim.value, year)}（原文“${shorten(claim.raw)}”），不能确定，未采用。`,
      remedy: '请把这一指标写明，例如“指标名称：数值”。',
    });
  }
  const missing: Settled = { given: MISSING, used: { fact: fact.id, claims }, findings };
  for (const side of [sure.filter(isOfficial), sure.filter((claim) => !isOfficial(claim))]) {
    const valued = distinct(side.filter((claim) => claim.state === 'value'));
    if (valued.length > 1) {
      findings.push({
        ...base,
        code: 'conflicting-values',
        severity: 'error',
        source: valued[0].source,
        message: `“${fact.name}”有不同的值：${valued.map((claim) => `${place(claim)}为${inWords(fact, claim.value, year)}`).join('；')}。`,
        remedy: '请核实后统一；在统一或核定之前，本指标按缺失处理。',
      });
      return missing;
    }
    if (valued.length === 1) {
      const [claim] = valued;
      for (const other of distinct(sure.filter((candidate) => candidate.state === 'value' && !isOfficial(candidate)))) {
        if (other.value === claim.value) continue;
        findings.push({
          ...base,
          code: 'claim-differs',
          severity: 'warning',
          source: other.source,
          message: `“${fact.name}”自报${inWords(fact, other.value, year)}，专项组或平台数据为${inWords(fact, claim.value, year)}（${place(claim)}），按后者计分。`,
          remedy: '如有异议，请附佐证材料申请核定。',
        });
      }
      const given = fromFactValue(fact, claim.value, year);
      return {
        given,
        used: { fact: fact.id, value: claim.value, source: claim.source, voice: claim.voice, claims },
        findings,
      };
    }
    const rejected = side.find((claim) => claim.state === 'rejected');
    if (rejected) {
      const problem = rejected.problem ?? `“${fact.name}”的值“${shorten(rejected.raw)}”不能使用`;
      return {
        given: { is: 'rejected', problem },
        used: { ...missing.used, source: rejected.source, voice: rejected.voice },
        findings,
      };
    }
    const inapplicable = side.find((claim) => claim.state === 'notApplicable');
    if (inapplicable) {
      const given: Given =
        fact.ifNotApplicable === undefined ? { is: 'notApplicable' } : { is: 'value', value: fact.ifNotApplicable };
      return { given, used: { ...missing.used, source: inapplicable.source, voice: inapplicable.voice }, findings };
    }
  }
  return missing;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
