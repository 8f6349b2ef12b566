/**
 * The words by which sentences speak of what a rulebook asks for, kept as data beside the rules (vocabulary-prose.yaml,
 * whose head explains the notation) and turned into phrases here.
 */

/** One way to say something: every part must occur, each by one of its words. The last part carries the statement. */
export interface Phrase {
  parts: string[][];
  /** Too general to win against a phrase that is to the point. */
  weak: boolean;
  /** It says itself that something is not so: 指南 未在 公开. */
  denies: boolean;
}

/** What affirms a statement, and what affirms its opposite. */
export interface Statement {
  yes: Phrase[];
  no: Phrase[];
}

export interface FactPhrases {
  names: Phrase[];
  /** Names of a number or a day only where the clause says nothing else: 权责清单1次, but not 权责清单更新1次. */
  alone: Phrase[];
  /** Where the text has a number by these, the other names count for nothing: 系统9个，其中非涉密8个. */
  exact: Phrase[];
  /** Numbers of these kinds, told one by one, add up: 1个中心和12个站. */
  sum: string[];
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
  /** Without these there is nothing to do: 0/0 for percentages, 0 for counts. */
  nothing: Phrase[];
  /** Counts of what came late: these rates being 100% mean 0. */
  punctual: Phrase[];
  /** The fact is what one number lacks to another (应到4次，实到3次), or all of it where `none` is said: 自建2个，均未对接. */
  short?: { of: Phrase[]; done: Phrase[]; none: Phrase[] };
  /** Percentages: what one number is of another, where no rate is told: 应编58项，已编58项. */
  share?: { of: Phrase[]; done: Phrase[] };
  /** The figure counts months, rounds of checking, or events that may be told one by one. */
  counts?: 'months' | 'rounds' | 'events';
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

type Raw = Map<string, unknown>;

function refuse(where: string, why: string): never {
  throw new Error(`vocabulary-prose.yaml中“${where}”${why}。`);
}

/** An object as a map; every key must be known, when the keys are given. */
function record(value: unknown, where: string, known?: string[]): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(where, '应为一组字段');
  const raw: Raw = new Map(Object.entries(value));
  const stranger = known && [...raw.keys()].find((key) => !known.includes(key));
  if (stranger !== undefined) refuse(where, `有不认识的字段“${stranger}”`);
  return raw;
}

function list(raw: Raw, key: string, where: string): unknown[] {
  const value = raw.get(key) ?? [];
  return Array.isArray(value) ? value : refuse(`${where}.${key}`, '应为列表');
}

function texts(raw: Raw, key: string, where: string): string[] {
  return list(raw, key, where).map((one) =>
    typeof one === 'string' ? one : refuse(`${where}.${key}`, '应为一列文字'),
  );
}

function text(raw: Raw, key: string, where: string): string {
  const value = raw.get(key);
  return typeof value === 'string' ? value : refuse(`${where}.${key}`, '应为文字');
}

const FACT_KEYS =
  'names alone exact sum not units yes no every any some none all full nothing punctual short share counts once'.split(
    ' ',
  );

/** Turns the texts of the file into phrases, with the lists under words put in. */
class PhraseBook {
  constructor(private readonly words: Raw) {}

  expand(written: string): string {
    return written.replace(/<([^>]+)>/g, (_, name: string) => text(this.words, name, 'words'));
  }

  phrase(written: string): Phrase {
    const parts = this.expand(written).replace(/^~/, '').split(' ');
    return {
      weak: written.startsWith('~'),
      denies: parts.some((part) => /(?:^|\|)[未没]/.test(part)),
      parts: parts.map((part) => part.split('|').sort((a, b) => b.length - a.length)),
    };
  }

  phrases(raw: Raw, key: string, where: string): Phrase[] {
    return texts(raw, key, where).map((written) => this.phrase(written));
  }

  statement(raw: Raw, where: string): Statement {
    return { yes: this.phrases(raw, 'yes', where), no: this.phrases(raw, 'no', where) };
  }
}

function factPhrases(book: PhraseBook, value: unknown, where: string): FactPhrases {
  const raw = record(value, where, FACT_KEYS);
  const several = raw.has('every') ? 'every' : raw.has('any') ? 'any' : undefined;
  const statements = several
    ? list(raw, several, where).map((one) => book.statement(record(one, `${where}.${several}`, ['yes', 'no']), where))
    : [book.statement(raw, where)];
  const all = raw.has('all') ? record(raw.get('all'), `${where}.all`, ['of', 'phrases']) : undefined;
  const short = raw.has('short') ? record(raw.get('short'), `${where}.short`, ['of', 'done', 'none']) : undefined;
  const share = raw.has('share') ? record(raw.get('share'), `${where}.share`, ['of', 'done']) : undefined;
  const counts = raw.get('counts');
  if (counts !== undefined && counts !== 'months' && counts !== 'rounds' && counts !== 'events')
    refuse(`${where}.counts`, '应为months、rounds或events');
  return {
    names: book.phrases(raw, 'names', where),
    alone: book.phrases(raw, 'alone', where),
    exact: book.phrases(raw, 'exact', where),
    sum: texts(raw, 'sum', where),
    not: texts(raw, 'not', where).flatMap((word) => book.expand(word).split('|')),
    ...(raw.has('units') && { units: texts(raw, 'units', where) }),
    statements,
    rule: several ?? 'every',
    some: book.phrases(raw, 'some', where),
    none: book.phrases(raw, 'none', where),
    ...(all && { all: { of: text(all, 'of', where), phrases: book.phrases(all, 'phrases', where) } }),
    full: book.phrases(raw, 'full', where),
    nothing: book.phrases(raw, 'nothing', where),
    punctual: book.phrases(raw, 'punctual', where),
    ...(short && {
      short: {
        of: book.phrases(short, 'of', where),
        done: book.phrases(short, 'done', where),
        none: book.phrases(short, 'none', where),
      },
    }),
    ...(share && { share: { of: book.phrases(share, 'of', where), done: book.phrases(share, 'done', where) } }),
    ...(counts !== undefined && { counts }),
    once: raw.get('once') === true,
  };
}

/** Checks what vocabulary-prose.yaml holds and prepares it; throws a Chinese sentence when its shape is wrong. */
export function parseProseVocabulary(data: unknown): ProseVocabulary {
  const raw = record(data, '全文', ['words', 'names', 'ignore', 'items']);
  const book = new PhraseBook(record(raw.get('words'), 'words'));
  const everywhere = book.phrases(raw, 'ignore', '全文');
  const items = new Map<string, ItemPhrases>();
  for (const [id, value] of record(raw.get('items'), 'items')) {
    const item = record(value, id, ['ignore', 'rates', 'facts']);
    const facts = [...record(item.get('facts'), `${id}.facts`)].map(([fact, said]): [string, FactPhrases] => [
      fact,
      factPhrases(book, said, `${id}.${fact}`),
    ]);
    const rates = list(item, 'rates', id).map((one): RateCheck => {
      const rate = record(one, `${id}.rates`, ['words', 'done', 'of']);
      return { words: book.phrases(rate, 'words', id), done: text(rate, 'done', id), of: text(rate, 'of', id) };
    });
    items.set(id, { ignore: [...everywhere, ...book.phrases(item, 'ignore', id)], rates, facts: new Map(facts) });
  }
  return { names: texts(raw, 'names', '全文'), items };
}
