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

/** What each sentence of an item has cost a unit, and the item as a whole. */
function shortfalls(card: Scorecard, item: string) {
  const score = card.items.find((candidate) => candidate.item === item)!;
  const lines = score.lines.map(({ criterion, effect }) => ({
    criterion,
    short: effect === undefined ? undefined : (AWARDS[criterion] ?? 0) - inPoints(effect),
  }));
  const whole = score.state === 'notApplicable' ? 0 : Math.max(0, MOST[item] - inPoints(score.high));
  const short = lines.filter(({ short: points }) => points !== undefined && points > 1e-9);
  return { score, lines, short: whole > 1e-9 ? short : [], whole };
}

/** Problems of the earlier quarter with what the scorecards say about them now. */
function previousProblems({ scorecards }: Assessment, previous?: PreviousScores) {
  return (previous?.problems ?? []).map((problem) => {
    const card = scorecards.find(({ unit }) => unit === problem.unit);
    if (!card) return { ...problem, now: 0, state: 'unverified' };
    const { score, lines, short, whole } = shortfalls(card, problem.item);
    const still = short.filter(({ criterion }) => problem.criteria.includes(criterion));
    const sum = total(short.map(({ short: points }) => points!));
    // A loss that is cut off at the item's points is not told apart by sentences.
    const now = sum > whole + 1e-9 ? whole : total(still.map(({ short: points }) => points!));
    if (still.length > 0) return { ...problem, now, state: 'open' };
    const own = lines.filter(({ criterion }) => problem.criteria.includes(criterion));
    const met =
      score.state !== 'notApplicable' && own.every(({ short: points }) => points !== undefined && points <= 1e-9);
    return { ...problem, now: 0, state: met ? 'solved' : 'unverified' };
  });
}

/** Losses now that the earlier quarter did not have, of units assessed both times. */
function newLosses({ scorecards }: Assessment, previous: PreviousScores) {
  const known = new Set(previous.scores.map(({ unit }) => unit));
  return scorecards
    .filter((card) => known.has(card.unit))
    .flatMap((card) =>
      Object.keys(MOST).flatMap((item) => {
        const { short, whole } = shortfalls(card, item);
        const ids = short.map(({ criterion }) => criterion);
        const together = total(short.map(({ short: points }) => points!)) > whole + 1e-9;
        const groups = together ? [ids] : ids.map((id) => [id]);
        return groups
          .filter((group) => group.length > 0)
          .filter(
            (group) =>
              !previous.problems!.some(
                (problem) =>
                  problem.unit === card.unit &&
                  problem.item === item &&
                  problem.criteria.some((id) => group.includes(id)),
              ),
          )
          .map(() => ({ unit: card.unit }));
      }),
    );
}

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
  const own = (card: Scorecard) => scoresOf(card).filter(({ state }) => state !== 'notApplicable');
  const sumOf = (list: { low: Fraction; high: Fraction }[], end: 'low' | 'high') =>
    total(list.map((score) => inPoints(score[end])));
  const pointsOfItem = (id: string) =>
    assessment.rulebook.sections.flatMap((section) => section.items).find((item) => item.id === id)!.points;
  const fullOf = (card: Scorecard) => total(own(card).map(({ item }) => pointsOfItem(item)));
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
  // What is missing and can no longer change the points is waited for by nobody.
  const isMissed = ({ state, low, high }: (typeof scores)[number]) =>
    state === 'pending' && inPoints(low) !== inPoints(high);
  const missed = () => scores.filter(isMissed).length;
  const values = () =>
    scores.flatMap((score) =>
      score.facts.filter(({ fact }) => fact === sources.fact).map(({ value }) => value as number),
    );
  const settled = () =>
    scores.flatMap((score) => score.facts.flatMap(({ claims }) => claims.flatMap((claim) => claim.settlement ?? [])));
  const report = (state: string) =>
    where((card) => {
      const entry = card.reports.find(({ quarter }) => quarter === sources.quarter);
      const due = assessment.rulebook.reports.find(({ quarter }) => quarter === sources.quarter);
      return reportState(entry, due, assessment.asOf) === state;
    });

  const earlier = previousProblems(assessment, previous);
  const stateIs = (state: string) => earlier.filter((problem) => problem.state === state);
  const unitsOf = (list: { unit: string }[]) => new Set(list.map(({ unit }) => unit)).size;

  switch (measure) {
    case 'previousProblems':
      return earlier.length;
    case 'previousProblemUnits':
      return unitsOf(earlier);
    case 'previousLost':
      return total(
        sources.units.map(
          (name) =>
            earlier.find(
              ({ unit, item, criteria }) =>
                unit === name && item === sources.items[0] && criteria.join() === (sources.criteria ?? []).join(),
            )!.lost,
        ),
      );
    case 'solvedProblems':
      return stateIs('solved').length;
    case 'openProblems':
      return stateIs('open').length;
    case 'openProblemUnits':
      return unitsOf(stateIs('open'));
    case 'worsenedProblems':
      return stateIs('open').filter(({ now, lost: then }) => now > then + 1e-9).length;
    case 'unverifiedProblems':
      return stateIs('unverified').length;
    case 'newProblems':
      return newLosses(assessment, previous!).length;
    case 'newProblemUnits':
      return unitsOf(newLosses(assessment, previous!));
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
      return missed();
    case 'unscoredItems':
      return missed() + inState('rejected');
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
    case 'totalOpen':
      return inPoints(cards[0].total.high) - inPoints(cards[0].total.low);
    case 'totalHigh':
      return inPoints(cards[0].total.high);
    case 'rescaledLow':
      return inPoints(cards[0].total.rescaled.low);
    case 'rescaledHigh':
      return inPoints(cards[0].total.rescaled.high);
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
    case 'sectionUnits':
    case 'itemUnits':
      expect(all.filter((card) => own(card).length > 0).length).toBe(cards.length);
      return where((card) => own(card).length > 0);
    case 'itemAverage':
      return average(cards.map(lowOf));
    case 'sectionRate':
      return (total(cards.map((card) => sumOf(own(card), 'low'))) / total(cards.map(fullOf))) * 100;
    case 'sectionOpenRate':
      return (
        (total(cards.map((card) => sumOf(own(card), 'high') - sumOf(own(card), 'low'))) / total(cards.map(fullOf))) *
        100
      );
    case 'sectionFull':
      return where((card) => Math.abs(sumOf(own(card), 'low') - fullOf(card)) < 1e-9);
    case 'settledRanks':
      return where((card) => {
        const kind = (unit: string) => assessment.rulebook.units.find(({ name }) => name === unit)!.kind;
        const high = (one: Scorecard) => Math.round(inPoints(one.total.high) * 100) / 100;
        return all
          .filter((other) => other !== card && kind(other.unit) === kind(card.unit))
          .every(
            (other) =>
              rounded(card) > high(other) ||
              high(card) < rounded(other) ||
              (rounded(card) === high(card) && rounded(other) === high(other) && high(card) === high(other)),
          );
      });
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
      return total(values());
    case 'factValue': {
      // Of several units it is said only where it is the same of all.
      const [value, ...others] = new Set(values());
      return others.length ? NaN : value;
    }
    case 'factUnits':
      return values().filter((value) => value !== undefined).length;
    case 'findings':
      return assessment.findings.filter((finding) => finding.severity === 'error').length;
    case 'findingUnits':
      return where((card) => assessment.findings.some((finding) => finding.unit === card.unit));
    case 'leadUnits':
      return sources.units.length;
    case 'unreadFiles':
      return assessment.files.filter(({ status }) => status === 'unreadable').length;
    case 'readings':
      return sources.readings!.length;
    case 'settlements':
      return settled().length;
    case 'settledUnits':
      return new Set(settled().map(({ unit }) => unit)).size;
    case 'appeals':
      return settled().filter(({ kind }) => kind === '申诉复核').length;
    default:
      throw new Error(`The test knows no ${String(measure)}`);
  }
}
