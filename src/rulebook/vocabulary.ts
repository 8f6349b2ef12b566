import * as v from 'valibot';

/**
 * The words by which tables name what a rulebook asks for, kept as data beside the rules (vocabulary.yaml).
 * A pattern is a list of words that must all occur; "|" separates alternatives.
 */

const words = v.array(v.string());
const pattern = v.array(v.string());
const patterns = v.array(pattern);

const headingWords = { names: words, needs: v.optional(patterns, []), not: v.optional(words, []) };

const part = v.strictObject(headingWords);

const factWords = v.strictObject({
  ...headingWords,
  /** Headings that ask for the opposite: 是否按要求推进 for 未按要求推进. */
  inverse: v.optional(patterns, []),
  /** Headings that only together make the fact. */
  parts: v.optional(v.strictObject({ rule: v.picklist(['all', 'any']), of: v.array(part) })),
});

const itemWords = v.strictObject({
  words,
  /** An item whose figures are the same: they answer this one too, unless the table has its own. */
  sameAs: v.optional(v.string()),
  facts: v.record(v.string(), factWords),
  /** Figures that are no fact but can be checked against counts. */
  rates: v.optional(v.array(v.strictObject({ names: words, done: v.string(), of: v.string() })), []),
});

const ledgerEntry = v.strictObject({
  item: v.string(),
  fact: v.string(),
  needs: patterns,
  not: v.optional(words, []),
  /** times: the sum of 次数; rounds: distinct dates; matters: distinct matters. */
  count: v.optional(v.picklist(['times', 'rounds', 'matters']), 'times'),
  /** Further facts of the item that the same rows answer. */
  rounds: v.optional(v.string()),
  distinct: v.optional(v.string()),
  spot: v.optional(v.string()),
  /** The fact that counts instead when the row is a complaint; with `both`, as well. */
  complaint: v.optional(v.string()),
  both: v.optional(v.boolean(), false),
});

const meritEntry = v.strictObject({
  /** A fact of items 9 or 10; "{level}" stands for the level's letter. */
  fact: v.string(),
  levels: v.optional(words),
  needs: patterns,
  not: v.optional(words, []),
});

export const VocabularySchema = v.strictObject({
  /** What a column is for, whatever the rule; "~word": contains the word. */
  roles: v.record(v.string(), words),
  /** Words that only suggest what a column of a form is for; its content decides. */
  hints: v.record(v.string(), words),
  items: v.record(v.string(), itemWords),
  decoys: words,
  /** Words of headings that say nothing of what a figure is about. */
  common: words,
  series: v.array(v.strictObject({ item: v.string(), fact: v.string(), words, not: v.optional(words, []) })),
  ledger: v.array(ledgerEntry),
  /** The facts that registers of reports, meetings and corrections feed. */
  registers: v.strictObject({
    receipts: v.strictObject({ item: v.string(), late: v.string() }),
    attendance: v.strictObject({ item: v.string(), absences: v.string() }),
    corrections: v.strictObject({ item: v.string(), overdue: v.string(), completion: v.string() }),
    /** Cases by topic: how many of a group's topics have fewer than `least`. */
    topics: v.strictObject({
      item: v.string(),
      title: words,
      least: v.number(),
      groups: v.array(v.strictObject({ words, fact: v.string() })),
    }),
    /** Ledgers with a row per thing: how many a unit has, and of how many of them a column says so. */
    things: v.array(
      v.strictObject({
        item: v.string(),
        /** Headings of the column that names the things. */
        names: words,
        /** Words of the title, where the heading alone says too little. */
        title: v.optional(words, []),
        all: v.string(),
        /** Things of which this column says yes are none. */
        without: v.optional(patterns, []),
        some: v.optional(
          v.array(v.strictObject({ fact: v.string(), column: patterns, least: v.optional(v.number()) })),
          [],
        ),
      }),
    ),
  }),
  merits: v.strictObject({
    bonusWords: words,
    deductionWords: words,
    levels: v.array(v.strictObject({ level: v.string(), words })),
    bonus: v.array(meritEntry),
    deductions: v.array(meritEntry),
  }),
});

export type Vocabulary = v.InferOutput<typeof VocabularySchema>;
export type ItemWords = Vocabulary['items'][string];
export type FactWords = ItemWords['facts'][string];
export type LedgerEntry = Vocabulary['ledger'][number];
export type MeritEntry = Vocabulary['merits']['bonus'][number];
