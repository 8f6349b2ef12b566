import { itemPlaces } from '../rulebook/item-places';
import { loadRulebook } from '../rulebook/load';
import type { Item, ReadingChoice, Rulebook } from '../rulebook/model';
import { RulebookError, type Path, type Problem, type RulebookFile } from '../rulebook/source-file';
import { compileRulebook, type CompiledItem } from './compile';
import { extremes } from './extremes';
import { compare, toPoints, type Fraction } from './fraction';
import { fromFactValue } from './parse-fact';
import { scoreItem } from './score-item';

const EXAMPLES_PER_CRITERION = 3;

function examples(rulebook: Rulebook, item: Item, say: (path: Path, message: string) => void): void {
  item.examples.forEach((example, index) => {
    const compiled = compileRulebook(rulebook, example.readings).item(item.id)!;
    const given = item.facts.map((fact) => fromFactValue(fact, example.facts[fact.id], rulebook.year));
    const score = scoreItem(compiled, given);
    const path = ['examples', 'cases', index];
    if (score.rejected.length) say(path, `例子不能用：${score.rejected[0].problem}`);
    else if (!score.points) say(path, `例子缺少指标${score.missing.join('、')}`);
    else if (toPoints(score.points) !== example.points) {
      say(path, `例子应得${example.points}分，按规则算得${toPoints(score.points)}分`);
    }
  });
  const criteria = compileRulebook(rulebook).item(item.id)!.criteria;
  criteria.forEach(({ criterion, facts }, index) => {
    const ids = new Set(facts.map((position) => item.facts[position].id));
    const count = item.examples.filter(
      (example) => !example.varied.length || example.varied.some((id) => ids.has(id)),
    ).length;
    if (facts.length && count < EXAMPLES_PER_CRITERION) {
      say(['criteria', index], `${criterion.id}只有${count}个例子，至少应有${EXAMPLES_PER_CRITERION}个`);
    }
  });
}

/** Values from a fact's worst to its best, with those that its item's examples turn on. */
function ladder(item: Item, position: number, year: number): number[] {
  const fact = item.facts[position];
  const { worst, best } = extremes(fact);
  const values = item.examples.flatMap((example) => {
    const given = fromFactValue(fact, example.facts[fact.id], year);
    if (given.is !== 'value' || !Number.isFinite(given.value)) return [];
    const fine = fact.type === 'percent' || fact.type === 'number' ? 0.01 : 1;
    return fact.type === 'bool' || fact.type === 'mark'
      ? [given.value]
      : [given.value - fine, given.value, given.value + fine];
  });
  const [low, high] = [Math.min(worst, best), Math.max(worst, best)];
  const within = values.filter((value) => value > low && value < high);
  return [...new Set([worst, ...within, best])].sort((a, b) => (best > worst ? a - b : b - a));
}

/**
 * A fact's worst value must score least and its best value most, and scores must not fall on the way unless the bands
 * themselves leave a hole: bounds and suggestions rest on it. Climbs each fact's ladder with the others at their worst,
 * at their best and as in every example.
 */
function monotonic(rulebook: Rulebook, compiled: CompiledItem, say: (message: string) => void): void {
  const { item } = compiled;
  const ladders = item.facts.map((_, position) => ladder(item, position, rulebook.year));
  const settings = [
    ladders.map((values) => values[0]),
    ladders.map((values) => values[values.length - 1]),
    ...item.examples.map((example) =>
      item.facts.map((fact, position) => {
        const given = fromFactValue(fact, example.facts[fact.id], rulebook.year);
        return given.is === 'value' ? given.value : ladders[position][0];
      }),
    ),
  ];
  const uneven = compiled.criteria.some(({ parts }) => parts.some((part) => part.uneven));
  for (const position of compiled.used) {
    for (const setting of settings) {
      const scores = ladders[position].map((value) => {
        const values = [...setting];
        values[position] = value;
        return compiled.points(values);
      });
      const isFall = (from: Fraction, to: Fraction) => (item.penalty ? compare(to, from) > 0 : compare(to, from) < 0);
      const [worst, best] = [scores[0], scores[scores.length - 1]];
      const outside = scores.some((score) => isFall(worst, score) || isFall(score, best));
      const falls = scores.some((score, index) => index > 0 && isFall(scores[index - 1], score));
      if (outside || (falls && !uneven)) {
        say(`指标“${item.facts[position].name}”向好时得分反而减少，请核对better和评分规则`);
        return;
      }
    }
  }
}

/** With every fact at its best an item gives its points, or what its rules say is the most that can be reached. */
function addsUp({ item, combination, points, used }: CompiledItem, say: (message: string) => void): void {
  if (item.penalty) return;
  const wanted = combination.most ?? item.points;
  const most = toPoints(
    points(item.facts.map((fact, position) => (used.includes(position) ? extremes(fact).best : NaN))),
  );
  if (most !== wanted) {
    say(`各条评分标准合起来最多得${most}分，与应得的${wanted}分不符；原文就是如此的，请在combine中写明most`);
  }
}

/** The default readings, and each item's readings switched one at a time. */
function choicesOf(rulebook: Rulebook, item: Item): ReadingChoice[] {
  const own = rulebook.readings.filter(({ options, items }) => options && items.includes(item.id));
  return [
    {},
    ...own.flatMap(({ id, options }) =>
      Object.keys(options!).map((option): ReadingChoice => ({ [id]: Number(option) })),
    ),
  ];
}

/**
 * Opens a rulebook folder for use: loads it, runs its examples and makes sure that its rules hang together.
 * @throws RulebookError with every problem: file, line, a Chinese sentence
 */
export function openRulebook(files: RulebookFile[]): Rulebook {
  const { rulebook, sources } = loadRulebook(files);
  const problems: Problem[] = [];
  for (const { item, source, path } of itemPlaces(rulebook, sources)) {
    const say = (at: Path, message: string) =>
      problems.push({ file: source.path, line: source.line([...path, ...at]), message });
    examples(rulebook, item, say);
    const contradictions = new Set<string>();
    for (const choice of choicesOf(rulebook, item)) {
      const compiled = compileRulebook(rulebook, choice).item(item.id)!;
      addsUp(compiled, (message) => contradictions.add(message));
      monotonic(rulebook, compiled, (message) => contradictions.add(message));
    }
    for (const message of contradictions) say([], message);
  }
  if (problems.length) throw new RulebookError(problems);
  return rulebook;
}
