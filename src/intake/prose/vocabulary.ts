import * as v from 'valibot';

/**
 * The words by which sentences speak of what a rulebook asks for, kept as data beside the rules (vocabulary-prose.yaml,
 * whose head explains the notation) and turned into phrases here.
 */

/** One way to say something: every part must occur, each by one of its words. The last part carries the statement. */
export interface Phrase {
  parts: string[][];
  /** Too general to win against a phrase that is to the point. */
  weak: boolean;
}

/** What affirms a statement, and what affirms its opposite. */
export interface Statement {
  yes: Phrase[];
  no: Phrase[];
}

export interface FactPhrases {
  names: Phrase[];
  not: string[];
  units?: string[];
  /** Yes/no facts: one statement, or several that must all hold (every) or one of which is enough (any). */
  statements: Statement[];
  rule: 'every' | 'any';
  /** Counts: things whose denial means 0, and things whose being so throughout means 0. */
  some: Phrase[];
  none: Phrase[];
  /** Counts: 全部 of these means as many as in the fact `of`. */
  all?: { of: string; phrases: Phrase[] };
  /** Percentages: these being so means 100. */
  full: Phrase[];
  /** Percentages: without these there is nothing to do (0/0). */
  nothing: Phrase[];
  /** The figure counts months, or rounds of checking. */
  counts?: 'months' | 'rounds';
  /** Said without a number it has happened once. */
  once: boolean;
}

export interface RateCheck {
  words: Phrase[];
  done: string;
  of: string;
}

export interface ItemPhrases {
  /** Figures that are none of the item's facts. */
  ignore: Phrase[];
  rates: RateCheck[];
  facts: Map<string, FactPhrases>;
}

export interface ProseVocabulary {
  /** Proper names, whose numbers and denials mean nothing. */
  names: string[];
  items: Map<string, ItemPhrases>;
}

const phrases = v.optional(v.array(v.string()), []);
const statement = { yes: phrases, no: phrases };
const factSchema = v.strictObject({
  ...statement,
  names: phrases,
  not: phrases,
  units: v.optional(v.array(v.string())),
  every: v.optional(v.array(v.strictObject(statement))),
  any: v.optional(v.array(v.strictObject(statement))),
  some: phrases,
  none: phrases,
  all: v.optional(v.strictObject({ of: v.string(), phrases: v.array(v.string()) })),
  full: phrases,
  nothing: phrases,
  counts: v.optional(v.picklist(['months', 'rounds'])),
  once: v.optional(v.boolean(), false),
});
const rateSchema = v.strictObject({ words: v.array(v.string()), done: v.string(), of: v.string() });
const itemSchema = v.strictObject({
  ignore: phrases,
  rates: v.optional(v.array(rateSchema), []),
  facts: v.record(v.string(), factSchema),
});
const schema = v.strictObject({
  words: v.record(v.string(), v.string()),
  names: v.array(v.string()),
  ignore: v.array(v.string()),
  items: v.record(v.string(), itemSchema),
});

/** Checks what vocabulary-prose.yaml holds and prepares it; throws valibot's error when its shape is wrong. */
export function parseProseVocabulary(data: unknown): ProseVocabulary {
  const raw = v.parse(schema, data);
  const words = new Map(Object.entries(raw.words));
  const expand = (text: string): string =>
    text.replace(/<([^>]+)>/g, (_, name: string) => {
      const list = words.get(name);
      if (list === undefined) throw new Error(`“<${name}>”没有在words中列出。`);
      return list;
    });
  const phrase = (text: string): Phrase => ({
    weak: text.startsWith('~'),
    parts: expand(text)
      .replace(/^~/, '')
      .split(' ')
      .map((part) => part.split('|').sort((a, b) => b.length - a.length)),
  });
  const all = (texts: string[]): Phrase[] => texts.map(phrase);
  const toStatement = (one: { yes: string[]; no: string[] }): Statement => ({ yes: all(one.yes), no: all(one.no) });

  const items = new Map<string, ItemPhrases>();
  for (const [id, item] of Object.entries(raw.items)) {
    const facts = new Map<string, FactPhrases>();
    for (const [fact, said] of Object.entries(item.facts)) {
      facts.set(fact, {
        names: all(said.names),
        not: said.not.flatMap((word) => expand(word).split('|')),
        ...(said.units && { units: said.units }),
        statements: (said.every ?? said.any ?? [said]).map(toStatement),
        rule: said.any ? 'any' : 'every',
        some: all(said.some),
        none: all(said.none),
        ...(said.all && { all: { of: said.all.of, phrases: all(said.all.phrases) } }),
        full: all(said.full),
        nothing: all(said.nothing),
        ...(said.counts && { counts: said.counts }),
        once: said.once,
      });
    }
    items.set(id, {
      ignore: all([...raw.ignore, ...item.ignore]),
      rates: item.rates.map((rate) => ({ ...rate, words: all(rate.words) })),
      facts,
    });
  }
  return { names: raw.names, items };
}
