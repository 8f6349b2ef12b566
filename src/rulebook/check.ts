import { checkBands } from './check-bands';
import { itemPlaces, sectionFiles } from './item-places';
import type { Condition, Criterion, Fact, FactType, Item, Measure, Rule, Rulebook, Switchable } from './model';
import type { Path, Problem, SourceFile } from './source-file';

/** Collects problems under a path that grows while the walk goes down. */
class Report {
  constructor(
    private readonly source: SourceFile,
    private readonly problems: Problem[],
    readonly path: Path = [],
  ) {}

  at(...steps: Path): Report {
    return new Report(this.source, this.problems, [...this.path, ...steps]);
  }

  say(message: string): void {
    this.problems.push({ file: this.source.path, line: this.source.line(this.path), message });
  }
}

const NUMERIC: FactType[] = ['count', 'percent', 'number', 'mark'];
const DATES: FactType[] = ['date', 'dateOrNever'];

function compact(text: string): string {
  return text.replace(/\s/g, '');
}

/** Ids of the facts that a measure is made from. */
function factsOf(measure: Measure): string[] {
  if ('fact' in measure) return [measure.fact];
  if ('share' in measure) return [measure.share.done, measure.share.of];
  return 'sum' in measure ? measure.sum : 'lowest' in measure ? measure.lowest : measure.highest;
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((total, points) => total + Math.round(points * 100), 0) / 100;
}

/** Walks the rules of one item, following every option of every reading. */
class ItemCheck {
  private readonly facts: Map<string, Fact>;
  /** Facts that some rule looks at. */
  private readonly used = new Set<string>();
  private hasUnknown = false;

  constructor(
    private readonly item: Item,
    private readonly rulebook: Rulebook,
  ) {
    this.facts = new Map(item.facts.map((fact) => [fact.id, fact]));
  }

  /** Calls `each` for every option, after checking that exactly the reading's options are there. */
  switchable<T>(value: Switchable<T>, report: Report, each: (value: T, report: Report) => void): void {
    if (typeof value !== 'object' || value === null || !('byReading' in value)) {
      each(value, report);
      return;
    }
    for (const [id, options] of Object.entries(value.byReading)) {
      const reading = this.rulebook.readings.find((candidate) => candidate.id === id);
      const here = report.at('byReading', id);
      if (!reading?.options) {
        here.say(`口径“${id}”不在readings.yaml中，或没有选项`);
        continue;
      }
      const wanted = Object.keys(reading.options).join('、');
      if (wanted !== Object.keys(options).join('、')) here.say(`口径“${id}”的选项应为${wanted}`);
      for (const [option, inner] of Object.entries(options)) {
        this.switchable(inner as Switchable<T>, here.at(option), each);
      }
    }
  }

  fact(id: string, types: FactType[] | undefined, report: Report): void {
    const fact = this.facts.get(id);
    if (!fact) {
      this.hasUnknown = true;
      report.say(`条目${this.item.id}没有指标“${id}”`);
    } else if (types && !types.includes(fact.type)) report.say(`指标“${id}”的类型是${fact.type}，不能这样使用`);
    if (types) this.used.add(id);
  }

  measure(measure: Measure, report: Report): void {
    for (const id of factsOf(measure)) this.fact(id, 'share' in measure ? ['count'] : NUMERIC, report);
  }

  condition(condition: Condition, report: Report): void {
    if ('all' in condition || 'any' in condition) {
      const key = 'all' in condition ? 'all' : 'any';
      const parts = 'all' in condition ? condition.all : condition.any;
      parts.forEach((part, index) =>
        this.switchable<Condition>(part, report.at(key, index), (inner, at) => this.condition(inner, at)),
      );
    } else if ('is' in condition) this.fact(condition.fact, ['bool'], report);
    else if ('by' in condition || 'after' in condition) this.fact(condition.fact, DATES, report);
    else if ('within' in condition) {
      this.fact(condition.fact, DATES, report);
      this.fact(condition.within.of, DATES, report);
    } else if ('reaches' in condition || 'fallsShortOf' in condition) {
      this.fact(condition.fact, ['count'], report);
      this.fact('reaches' in condition ? condition.reaches : condition.fallsShortOf, ['count'], report);
    } else this.measure(condition, report);
  }

  when(value: Switchable<Condition> | undefined, report: Report): void {
    if (value) this.switchable<Condition>(value, report.at('when'), (inner, at) => this.condition(inner, at));
  }

  rule(rule: Rule, report: Report): void {
    const [kind, body] = Object.entries(rule)[0] as [string, never];
    const at = report.at(kind);
    const full = (points: number) => {
      if (points > this.item.points && !this.item.penalty) at.say(`这一条的${points}分超过本项的${this.item.points}分`);
    };
    if ('award' in rule) {
      full(rule.award.points);
      this.when(rule.award.when, at);
    } else if ('deduct' in rule) {
      full(rule.deduct.points);
      this.when(rule.deduct.when, at);
    } else if ('awardEach' in rule || 'deductEach' in rule) {
      const { of, cap } = 'awardEach' in rule ? rule.awardEach : rule.deductEach;
      if (cap !== undefined) full(cap);
      else if ('awardEach' in rule && !this.item.penalty) at.say('按次加分应有上限cap');
      this.measure(of, at.at('of'));
    } else if ('awardLess' in rule) {
      full(rule.awardLess.points);
      this.measure(rule.awardLess.of, at.at('of'));
    } else if ('awardBands' in rule) {
      const { of, bands } = rule.awardBands;
      let top = Infinity;
      this.switchable<Measure>(of, at.at('of'), (measure, here) => {
        this.measure(measure, here);
        const isRate = factsOf(measure).some((id) => this.facts.get(id)?.type === 'percent');
        if (isRate && !('sum' in measure)) top = 100;
      });
      this.switchable(bands, at.at('bands'), (list, here) => {
        checkBands(list, top, (index, message) => here.at(index).say(message));
        full(Math.max(...list.map((band) => band.points)));
      });
    } else if ('awardShare' in rule) {
      full(rule.awardShare.points);
      this.fact(rule.awardShare.done, ['count'], at);
      this.fact(rule.awardShare.of, ['count'], at);
    } else if ('awardMark' in rule || 'awardMarkWhole' in rule) {
      const mark = 'awardMark' in rule ? rule.awardMark : rule.awardMarkWhole;
      full(mark.max);
      this.fact(mark.fact, ['mark'], at);
      if (this.facts.get(mark.fact)?.max !== mark.max)
        at.say(`指标“${mark.fact}”的最高分与这一条的${mark.max}分不一致`);
      if (mark.when) this.condition(mark.when, at.at('when'));
    } else if ('voidWhen' in rule) {
      this.switchable<Condition>(rule.voidWhen, at, (inner, here) => this.condition(inner, here));
    } else {
      const parts = body as Switchable<Rule>[];
      parts.forEach((part, index) =>
        this.switchable<Rule>(part, at.at(index), (inner, here) => this.rule(inner, here)),
      );
    }
  }

  criterion(criterion: Criterion, report: Report): void {
    if (!criterion.id.startsWith(`${this.item.id}#`)) report.at('id').say(`编号应以“${this.item.id}#”开头`);
    if (!compact(this.item.clause).includes(compact(criterion.clause))) {
      report.at('clause').say('与本项评分标准的原文不一致');
    }
    this.switchable<Rule>(criterion.rule, report.at('rule'), (rule, at) => this.rule(rule, at));
  }

  run(report: Report): void {
    const { item, rulebook } = this;
    const ids = new Set<string>();
    item.facts.forEach((fact, index) => {
      const at = report.at('facts', index);
      if (ids.has(fact.id)) at.say(`指标编号“${fact.id}”重复`);
      ids.add(fact.id);
      if (item.facts.some((other, position) => position < index && other.name === fact.name))
        at.say(`指标名称“${fact.name}”重复`);
      const ways =
        fact.type === 'bool' ? ['yes', 'no'] : DATES.includes(fact.type) ? ['earlier', 'later'] : ['more', 'less'];
      if (!ways.includes(fact.better)) at.at('better').say(`${fact.type}类指标的better应为${ways.join('或')}`);
      if (fact.type === 'mark' && fact.max === undefined) at.say('评分类指标应有最高分max');
      if (fact.optional && !rulebook.readings.some(({ id, options }) => id === fact.optional && options)) {
        at.at('optional').say(`口径“${fact.optional}”不在readings.yaml中，或没有选项`);
      }
      if (fact.neededWhen) this.condition(fact.neededWhen, at.at('neededWhen'));
    });
    this.switchable(item.combine, report.at('combine'), () => undefined);
    item.criteria.forEach((criterion, index) => this.criterion(criterion, report.at('criteria', index)));
    // A misspelt name leaves the right one unused: said once is enough.
    item.facts.forEach(({ id, name }, index) => {
      if (!this.used.has(id) && !this.hasUnknown)
        report.at('facts', index).say(`指标“${name}”没有任何一条评分标准用到`);
    });
    const known = new Set([
      'all',
      ...rulebook.units.map((unit) => unit.name),
      ...rulebook.groups.map((group) => group.id),
    ]);
    item.concerns.forEach((name, index) => {
      if (!known.has(name)) report.at('concerns', index).say(`“${name}”不是units.yaml中的单位或单位组`);
    });
    item.examples.forEach((example, index) => {
      const at = report.at('examples', 'cases', index);
      for (const id of Object.keys(example.facts)) this.fact(id, undefined, at);
      for (const [id, option] of Object.entries(example.readings ?? {})) {
        const reading = rulebook.readings.find((candidate) => candidate.id === id);
        if (!reading?.options?.[option]) at.say(`口径“${id}”没有选项${option}`);
      }
    });
  }
}

function checkUnits(rulebook: Rulebook, source: SourceFile, problems: Problem[]): void {
  const taken = new Map<string, string>();
  const groups = new Set(rulebook.groups.map((group) => group.id));
  rulebook.units.forEach((unit, index) => {
    const report = new Report(source, problems, ['units', index]);
    for (const name of [unit.name, ...unit.variants]) {
      const owner = taken.get(compact(name));
      if (owner) report.say(`名称“${name}”已属于${owner}`);
      taken.set(compact(name), unit.name);
    }
    for (const group of unit.groups) if (!groups.has(group)) report.at('groups').say(`没有单位组“${group}”`);
  });
}

function checkReadings(rulebook: Rulebook, source: SourceFile, items: Set<string>, problems: Problem[]): void {
  const ids = new Set<string>();
  rulebook.readings.forEach((reading, index) => {
    const report = new Report(source, problems, [index]);
    if (ids.has(reading.id)) report.say(`口径编号“${reading.id}”重复`);
    ids.add(reading.id);
    for (const item of [...reading.items, ...(reading.noteOn ?? [])]) {
      if (item !== 'all' && !items.has(item)) report.at('items').say(`没有条目“${item}”`);
    }
    if (reading.options && !reading.options[String(reading.default)])
      report.say(`口径“${reading.id}”的默认选项不在选项中`);
  });
}

/** Everything about a rulebook that the shape of its files cannot say. */
export function checkRulebook(rulebook: Rulebook, sources: Map<string, SourceFile>): Problem[] {
  const problems: Problem[] = [];
  const file = (name: string) => sources.get(name)!;
  const files = sectionFiles(sources);
  rulebook.sections.forEach(({ items, points }, index) => {
    const sum = sumOf(items.map((item) => item.points));
    if (sum !== points) {
      new Report(files[index], problems, ['points']).say(`各项分值之和${sum}分，与本部分的${points}分不符`);
    }
  });
  if (rulebook.bonus.points !== rulebook.bonusCap) {
    new Report(file('bonus.yaml'), problems, ['points']).say(
      `加分上限${rulebook.bonus.points}分，与rulebook.yaml中的${rulebook.bonusCap}分不符`,
    );
  }
  const total = sumOf(rulebook.sections.map((section) => section.points));
  if (total !== rulebook.total) {
    new Report(file('rulebook.yaml'), problems, ['total']).say(
      `各部分分值之和${total}分，与总分${rulebook.total}分不符`,
    );
  }

  const ids = new Set<string>();
  for (const { item, source, path } of itemPlaces(rulebook, sources)) {
    const report = new Report(source, problems, path);
    if (ids.has(item.id)) report.say(`条目编号“${item.id}”重复`);
    ids.add(item.id);
    new ItemCheck(item, rulebook).run(report);
  }
  checkUnits(rulebook, file('units.yaml'), problems);
  checkReadings(rulebook, file('readings.yaml'), ids, problems);
  return problems;
}
