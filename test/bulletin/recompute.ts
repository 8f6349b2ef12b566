import type { Assessment, Scorecard } from '../../src/assessment';
import type { Figure, PreviousScores } from '../../src/bulletin';
import { reportState } from '../../src/bulletin/reporting';
import type { Fraction } from '../../src/scoring/fraction';

const inPoints = ({ n, d }: Fraction) => n / d;
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const average = (values: number[]) => (values.length ? total(values) / values.length : 0);

/** What the sample rulebook's items can give at most, and its criteria's awards in full. */
const MOST: { [item: string]: number } = { '1.1': 2, '1.2': 1.5, '1.3': 2, '2.1': 4 };
const AWARDS: { [criterion: string]: number } = { '1.2#1': 1.5, '1.3#1': 2, '2.1#1': 4 };

/** A figure's value worked out again, in plain floating point, from the scorecards that it names as its sources. */
export function recompute(figure: Figure, assessment: Assessment, previous?: PreviousScores): number {
  const { measure, sources } = figure;
  const all = assessment.scorecards;
  const cards = sources.units.flatMap((unit) => all.filter((card) => card.unit === unit));
  const scoresOf = (card: Scorecard) =>
    [...card.items, card.bonus, card.deductions].filter((score) => sources.items.includes(score.item));
  const scores = cards.flatMap(scoresOf);
  const isOpen = (card: Scorecard) => card.total.low.n / card.total.low.d !== card.total.high.n / card.total.high.d;
  const before = (card: Scorecard) => previous!.scores.find(({ unit }) => unit === card.unit)!.low;
  const rounded = (card: Scorecard) => Math.round(inPoints(card.total.low) * 100) / 100;
  const lowOf = (card: Scorecard) => total(scoresOf(card).map((score) => inPoints(score.low)));
  const highOf = (card: Scorecard) => total(scoresOf(card).map((score) => inPoints(score.high)));
  const full = () =>
    total(
      assessment.rulebook.sections
        .flatMap((section) => section.items)
        .filter((item) => sources.items.includes(item.id))
        .map((item) => item.points),
    );
  const lost = (card: Scorecard) =>
    total(
      scoresOf(card).map((score) => {
        if (score.state === 'notApplicable') return 0;
        if (sources.criteria?.length !== 1) return Math.max(0, MOST[score.item] - inPoints(score.high));
        const line = score.lines.find(({ criterion }) => criterion === sources.criteria![0])!;
        const share = (AWARDS[line.criterion] ?? 0) - inPoints(line.effect!);
        return Math.min(share, MOST[score.item] - inPoints(score.high));
      }),
    );
  const where = (holds: (card: Scorecard) => boolean) => {
    expect(cards.every(holds)).toBe(true);
    return cards.length;
  };
  const inState = (state: string) => scores.filter((score) => score.state === state).length;
  const values = () =>
    scores.flatMap((score) =>
      score.facts.filter(({ fact }) => fact === sources.fact).map(({ value }) => value as number),
    );
  const report = (state: string) =>
    where((card) => {
      const entry = card.reports.find(({ quarter }) => quarter === sources.quarter);
      const due = assessment.rulebook.reports.find(({ quarter }) => quarter === sources.quarter);
      return reportState(entry, due, assessment.asOf) === state;
    });

  switch (measure) {
    case 'units':
    case 'comparedUnits':
      return cards.length;
    case 'provisionalUnits':
      expect(all.filter(isOpen).length).toBe(cards.length);
      return where(isOpen);
    case 'openUnits':
      return where((card) => lowOf(card) !== highOf(card));
    case 'openItems':
      return scores.filter((score) => inPoints(score.low) !== inPoints(score.high)).length;
    case 'pendingItems':
      return inState('pending') + (inState('rejected') || 0);
    case 'rejectedItems':
      return inState('rejected');
    case 'notDueItems':
      return inState('notDue');
    case 'onTime':
    case 'late':
    case 'notReceived':
    case 'notYetDue':
    case 'unrecorded':
      return report(measure);
    case 'rank':
      return 1 + cards.slice(1).filter((card) => rounded(card) > rounded(cards[0])).length;
    case 'tied':
      return where((card) => rounded(card) === rounded(cards[0]));
    case 'totalLow':
      return where((card) => rounded(card) === rounded(cards[0])) && inPoints(cards[0].total.low);
    case 'totalHigh':
      return inPoints(cards[0].total.high);
    case 'rescaled':
      return inPoints(cards[0].total.rescaled);
    case 'averageTotal':
      return average(cards.map((card) => inPoints(card.total.low)));
    case 'currentAverage':
      return average(cards.map(rounded));
    case 'previousAverage':
      return average(cards.map(before));
    case 'averageChange':
      return Math.abs(
        Math.round(average(cards.map(rounded)) * 100 + 1e-9) / 100 -
          Math.round(average(cards.map(before)) * 100 + 1e-9) / 100,
      );
    case 'totalChange':
      return rounded(cards[0]) - before(cards[0]);
    case 'risen':
      return where((card) => rounded(card) > before(card));
    case 'unchanged':
      return where((card) => rounded(card) === before(card));
    case 'fallen':
      return where((card) => rounded(card) < before(card));
    case 'sectionLow':
      return lowOf(cards[0]);
    case 'sectionHigh':
      return highOf(cards[0]);
    case 'sectionAverage':
    case 'itemAverage':
      return average(cards.map(lowOf));
    case 'sectionRate':
      return (average(cards.map(lowOf)) / full()) * 100;
    case 'sectionOpenRate':
      return (average(cards.map((card) => highOf(card) - lowOf(card))) / full()) * 100;
    case 'sectionFull':
      return where((card) => lowOf(card) === full());
    case 'attainable':
      return MOST[sources.items[0]];
    case 'losingUnits':
      return sources.items.length > 0 ? where((card) => lost(card) > 0) : cards.length;
    case 'lost':
      return total(cards.map(lost));
    case 'bonusLow':
    case 'penaltyLow':
      return inPoints(scores[0].low);
    case 'bonusHigh':
    case 'penaltyHigh':
      return inPoints(scores[0].high);
    case 'bonusUnits':
    case 'penaltyUnits':
      return where((card) => lowOf(card) > 0);
    case 'bonusOpen':
      return inState('notDue');
    case 'bonusWaiting':
    case 'penaltyWaiting':
      return inState('pending') + inState('rejected');
    case 'factLowest':
      return Math.min(...values());
    case 'factHighest':
      return Math.max(...values());
    case 'factTotal':
    case 'factValue':
      return total(values());
    case 'factUnits':
      return values().filter((value) => value !== undefined).length;
    case 'findings':
      return assessment.findings.filter((finding) => finding.severity === 'error').length;
    case 'findingUnits':
      return where((card) => assessment.findings.some((finding) => finding.unit === card.unit));
    case 'leadUnits':
      return sources.units.length;
    case 'readings':
      return sources.readings!.length;
    default:
      throw new Error(`The test knows no ${String(measure)}`);
  }
}
