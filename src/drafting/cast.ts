// Everybody and everything a text speaks of, with each place: the named, and the bodies and people it only describes.
import { bestForm, type Group } from './group.ts';
import { isDateline } from './evidence.ts';
import type { Language } from './language.ts';
import * as lexicon from './lexicon.ts';
import { textOf, wordsIn, type Span } from './spans.ts';
import type { EntityKind } from './suggestion.ts';
import type { Words } from './tokens.ts';

export interface Member {
  readonly key: string;
  readonly kind: EntityKind;
  readonly schema: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly named: boolean;
  readonly spans: Span[];
  /** Words of rank before the name, where there are any. */
  readonly titles: readonly Span[];
  readonly sureness: number;
  readonly reason: string;
}

export function castOf(words: Words, groups: readonly Group[], language: Language): Member[] {
  const named = groups.map((group) => memberOf(words, group, language));
  const taken = new Set(
    named.flatMap(({ spans, kind }) =>
      kind === 'place' ? [] : spans.flatMap(({ from, to }) => range(from, to)),
    ),
  );
  const described = describedIn(words, language, (span) =>
    range(span.from, span.to).some((i) => taken.has(i)),
  );
  return [...named, ...described].sort((a, b) => a.spans[0]!.from - b.spans[0]!.from);
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

function memberOf(words: Words, group: Group, language: Language): Member {
  const kind = group.kind as 'person' | 'organization' | 'place';
  const form = bestForm(group);
  const capitals = kind === 'place' && form === form.toUpperCase() && form.length > 4;
  const name = capitals ? inTitleCase(form) : form;
  const { person, organization, place } = group.evidence;
  const own = group.evidence[kind];
  const others = person + organization + place - own;
  const folded = (text: string) => text.toLowerCase().replace(/^the /, '');
  const aliases = [...group.forms.keys()].filter(
    (other) => isAlias(other, name, kind) && folded(other) !== folded(name),
  );
  return {
    key: `${kind}:${name}`,
    kind,
    schema: schemaOf(kind, name, group, words),
    name,
    aliases,
    named: true,
    spans: group.names.map(({ from, to }) => ({ from, to })),
    titles: group.names.flatMap(({ title }) => (title ? [title] : [])),
    sureness: Math.min(0.98, 0.35 + (own - others / 2) / 12 + (language.isCountry(name) ? 0.4 : 0)),
    reason:
      group.names.some((one) => isDateline(words, one)) && kind === 'place'
        ? 'a dateline'
        : group.evidence.reasons.slice(0, 2).join(', ') || 'a capitalised word that is no common one',
  };
}

const inTitleCase = (text: string): string =>
  text.toLowerCase().replace(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

/** A surname alone is no alias, and neither is the beginning of a company's name. */
function isAlias(form: string, name: string, kind: EntityKind): boolean {
  if (form === name || (form === form.toUpperCase() && form.toLowerCase() === name.toLowerCase()))
    return false;
  if (kind === 'person') return form.includes(' ') && !name.endsWith(form);
  return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(form) || (form.includes(' ') && !name.includes(form));
}

const COMPANY =
  /\b(?:Group|Holdings?|Bank|Capital|Partners|Industries|Systems|Technologies|Shipping|Energy|Oil|Steel|Mining|Airlines|Motors|Brewing|Invest\w*|Consulting|Ventures|Insurance|Pharma\w*|Media)$/;
const PUBLIC =
  /\b(?:ministry|department|court|tribunal|agency|authority|commission|bureau|embassy|consulate|parliament|senate|congress|police|army|navy|council|inspectorate|directorate|treasury|government|pentagon|kremlin|prosecutor\w*|authorities|services|officials|cabinet|regulators?)\b/i;

function schemaOf(kind: EntityKind, name: string, group: Group | undefined, words: Words): string {
  if (kind === 'person') return 'Person';
  if (kind === 'place') return 'Address';
  const forms = group?.names.flatMap((one) => wordsIn(words, one).map(({ lower }) => lower)) ?? [];
  if (forms.some((word) => word.length > 1 && lexicon.LEGAL_FORMS.has(word)) || COMPANY.test(name))
    return 'Company';
  if (
    group?.evidence.reasons.some((reason) =>
      /called a (?:company|firm|brewer|maker|subsidiary|lender|retailer)/.test(reason),
    )
  )
    return 'Company';
  return PUBLIC.test(name) ? 'PublicBody' : 'Organization';
}

const BODY = [...lexicon.DESCRIBED_BODIES].join('|');
const VOICE = [...lexicon.VOICES].join('|');
const SPEAKS =
  'say|said|says|suggest(?:s|ed)?|remark(?:s|ed)?|warn(?:s|ed)?|believe[sd]?|argue[sd]?|claim(?:s|ed)?|note[sd]?|have|had|described?|urged?|told|fear(?:ed|s)?|opened|searched|raided|arrested|charged';
const QUALITY =
  '(?:international|human rights|senior|federal|independent|security|intelligence|law enforcement|election|foreign|local|legal|state|military|top|district|regional|city)';

/** What a described body looks like. The first group is its name; "of" a country or place is asked for where `placed`. */
const DESCRIPTIONS: readonly { pattern: RegExp; kind: 'person' | 'organization'; placed?: boolean }[] = [
  {
    pattern: new RegExp(`(?<![\\p{L}])((?:${QUALITY} )?⟨[^⟩]+⟩(?: ${QUALITY})*(?: (?:${BODY}))+)\\b`, 'giu'),
    kind: 'organization',
  },
  { pattern: /\b(?:an?|the) ((?:court|tribunal) in ⟨[^⟩]+⟩)/giu, kind: 'organization' },
  {
    pattern: new RegExp(`\\b((?:${QUALITY} )*(?:${VOICE}))(?= (?:${SPEAKS})\\b)`, 'giu'),
    kind: 'organization',
  },
  {
    pattern: new RegExp(
      `\\b(?:among|by|from|and) ((?:${QUALITY} )+(?:${VOICE}|organi[sz]ations|groups))\\b`,
      'giu',
    ),
    kind: 'organization',
  },
  { pattern: /\b(?:the )(international community)\b/giu, kind: 'organization' },
  {
    pattern: /\ban? ((?:senior |former )?⟨[^⟩]+⟩ (?:official|diplomat|officer|prosecutor|minister))\b/giu,
    kind: 'person',
  },
];

/** Bodies and people without a name. `taken` says which tokens belong to names of people and bodies already. */
function describedIn(words: Words, language: Language, taken: (span: Span) => boolean): Member[] {
  const found = new Map<string, { kind: 'person' | 'organization'; spans: Span[]; name: string }>();
  for (const [from, to] of words.sentences) {
    if (words.tokens[from]!.headline) continue;
    const { line, starts } = marked(words, { from, to }, language);
    for (const { pattern, kind } of DESCRIPTIONS) {
      for (const match of line.matchAll(pattern)) {
        const at = match.index + match[0].lastIndexOf(match[1]!);
        const span = {
          from: starts.findLastIndex((start) => start <= at) + from,
          to: starts.findLastIndex((start) => start < at + match[1]!.length) + from + 1,
        };
        if (taken(span)) continue;
        const name = textOf(words, span).replace(/[’']s (?=\p{Ll})/u, ' ');
        const key = name.toLowerCase().replace(/^(?:the|an?) /, '');
        const known = found.get(key) ?? {
          kind,
          spans: [],
          name:
            key.startsWith(name[0]!.toLowerCase()) && !/^\p{Lu}/u.test(name)
              ? name
              : lowerCommon(name, words, span, language),
        };
        if (!known.spans.some((other) => other.from < span.to && span.from < other.to))
          known.spans.push(span);
        found.set(key, known);
      }
    }
  }
  return withoutParts([...found.values()]).map(({ kind, spans, name }) => ({
    key: `${kind}:${name}`,
    kind,
    schema: kind === 'person' ? 'Person' : PUBLIC.test(name) ? 'PublicBody' : 'Organization',
    name,
    aliases: [],
    named: false,
    spans,
    titles: [],
    sureness: 0.4,
    reason: 'described without a name',
  }));
}

/** "Observers" at the head of a sentence is "observers". */
const lowerCommon = (name: string, words: Words, { from }: Span, language: Language): string => {
  const { lower, text } = words.tokens[from]!;
  return language.isDemonym(lower) ||
    language.isPlace(lower) ||
    lexicon.STATES.has(lower) ||
    text === text.toUpperCase()
    ? name
    : name[0]!.toLowerCase() + name.slice(1);
};

/** Of two that overlap, the longer. */
const withoutParts = <T extends { spans: Span[] }>(all: T[]): T[] => {
  const covers = (a: Span, b: Span) => a.from <= b.from && a.to >= b.to && a.to - a.from > b.to - b.from;
  for (const one of all)
    one.spans = one.spans.filter(
      (span) => !all.some((other) => other.spans.some((wide) => covers(wide, span))),
    );
  return all.filter(({ spans }) => spans.length > 0);
};

/** The sentence with words of countries and places in ⟨⟩, one blank between words, and where each token begins in it. */
function marked(words: Words, { from, to }: Span, language: Language): { line: string; starts: number[] } {
  let line = '';
  const starts: number[] = [];
  for (const { text, lower, gap, capital } of words.tokens.slice(from, to)) {
    if (line !== '')
      line += /^[ \u00a0\n]+$/.test(gap) ? ' ' : /^[’']s\s$/.test(gap) ? ' ' : ` ${gap.trim()} `;
    starts.push(line.length);
    const placed =
      capital && (language.isDemonym(lower) || lexicon.STATES.has(lower) || language.isPlace(lower));
    line += placed ? `⟨${text}⟩` : text;
  }
  return { line, starts };
}
