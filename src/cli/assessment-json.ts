import type { Assessment, FactUsed, Finding, Scorecard } from '../assessment';
import { toPoints, type Fraction } from '../scoring/fraction';
import type { ItemScore } from '../scoring/item-score';
import { withoutContacts, withoutQuotedNames } from '../workbook/persons';

function orNull(points: Fraction | undefined): number | null {
  return points ? toPoints(points) : null;
}

function item(score: ItemScore & { facts: FactUsed[] }) {
  return {
    item: score.item,
    state: score.state,
    points: orNull(score.points),
    low: toPoints(score.low),
    high: toPoints(score.high),
    facts: score.facts
      .filter(({ value }) => value !== undefined)
      .map(({ fact, value, source, voice, claims }) => ({
        fact,
        value,
        source,
        voice,
        ...(claims.length > 1 && {
          claims: claims.map((claim) => ({
            value: claim.value ?? null,
            state: claim.state,
            voice: claim.voice,
            source: claim.source,
          })),
        }),
      })),
    lines: score.lines.map((line) => ({
      criterion: line.criterion,
      effect: orNull(line.effect),
      because: withoutContacts(line.because),
      clause: line.clause,
    })),
    missing: score.missing,
    readings: score.readings,
    notes: score.notes.map(withoutContacts),
  };
}

function unit(card: Scorecard) {
  const { total } = card;
  return {
    unit: card.unit,
    total: {
      points: orNull(total.points),
      low: toPoints(total.low),
      high: toPoints(total.high),
      rescaled: toPoints(total.rescaled.low),
      max: total.max,
    },
    sections: card.sections.map(({ section, low, high }) => ({ section, low: toPoints(low), high: toPoints(high) })),
    bonus: toPoints(card.bonus.low),
    deductions: toPoints(card.deductions.high),
    rank: card.rank,
    provisional: card.provisional,
    reports: card.reports.map(({ quarter, received, late }) => ({ quarter, received: received ?? null, late })),
    items: [...card.items, card.bonus, card.deductions].map(item),
  };
}

function finding({ source, ...rest }: Finding) {
  const { code, severity, item: id, fact, unit: name, fix } = rest;
  const [message, remedy] = [rest.message, rest.remedy].map(withoutQuotedNames);
  return { code, severity, ...source, message, remedy, item: id, fact, unit: name, fix };
}

/** An assessment as the JSON document of the command line contract. */
export function toJson(assessment: Assessment) {
  const { rulebook, asOf, quarter, readings, files, scorecards, findings, questions } = assessment;
  return {
    rulebook: { id: rulebook.id, hash: rulebook.hash },
    asOf,
    quarter,
    readings,
    files,
    units: scorecards.map(unit),
    findings: findings.map(finding),
    questions: questions.map((question) => ({ ...question, heading: withoutContacts(question.heading) })),
  };
}
