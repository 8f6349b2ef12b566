import { stretchOf, type Evidence } from './evidence';
import { fits, type Inquiry, type Mention } from './mentions';

/** What stands before such a list and makes it one of something else: those that have a window, or are new. */
const OF_OTHERS = /已设|设[置立有]|开设|建有|未设|新[建增设]/;
/** 13个，其中中心1个 and 1个已设，站12个 are no list of kinds. */
const PARTED = /其中|[已未均]/;
const TOTAL = /(?:共|共计|合计|总计|总共)有?$/;

/** 1个便民服务中心和12个便民服务站, 中心1个、站12个: kinds of what is counted, side by side, come to their sum. */
export function kindsTogether(
  { passage, item, phrases, mentions, clauseOf }: Inquiry,
  taken: Set<Mention>,
): Evidence[] {
  const { text } = passage;
  return item.facts.flatMap((fact): Evidence[] => {
    const said = phrases.facts.get(fact.id);
    if (!said?.sum.length) return [];
    const counts = mentions.filter((one) => one.kind === 'number' && !one.at.bound && fits(fact, said, one));
    if (counts.some(({ at }) => TOTAL.test(text.slice(Math.max(0, at.start - 4), at.start)))) return [];
    const kind = `[^\\d，。；、]{0,12}?(?:${said.sum.join('|')})`;
    const [behind, before] = [new RegExp(`^${kind}`), new RegExp(`${kind}$`)];
    const [goesOnBehind, goesOnBefore] = [
      new RegExp(`^${kind}[^\\d，。；、]{0,2}[、，和及与]$`),
      new RegExp(`^[、，和及与]${kind}$`),
    ];
    const gapAfter = (i: number): string => text.slice(counts[i]?.at.end, counts[i + 1]?.at.start);
    for (let i = 0; i + 1 < counts.length; i += 1) {
      const { at } = counts[i] as Mention;
      const lead = text.slice(clauseOf(counts[i] as Mention)?.start ?? 0, at.start);
      const isBehind = behind.test(text.slice(at.end));
      const goesOn = isBehind ? goesOnBehind : before.test(lead) ? goesOnBefore : undefined;
      let end = i;
      while (goesOn?.test(gapAfter(end)) && end + 1 < counts.length && !PARTED.test(gapAfter(end))) {
        if (isBehind && !behind.test(text.slice(counts[end + 1]?.at.end))) break;
        end += 1;
      }
      if (end === i) continue;
      const run = counts.slice(i, end + 1);
      const isPartOfTold = /其中/.test(lead);
      if (!isPartOfTold && OF_OTHERS.test(lead)) continue;
      for (const one of run) taken.add(one);
      if (isPartOfTold) continue;
      const value = run.reduce((sum, one) => sum + Number(one.kind === 'number' ? one.at.value : 0), 0);
      return [{ fact: fact.id, state: 'value', value, ...stretchOf(run.map((one) => one.at)), confidence: 0.8 }];
    }
    return [];
  });
}
