// What relations cannot be together: one spouse at a time, one holder of a post, nobody's parent and child at once. Data of the vocabulary.
import type { ExclusionAddition, Wording } from './records.ts';
import { fold } from './fold.ts';

/** An exclusion as a type of relation has it, whether its own or inherited. */
export interface Exclusion extends Omit<ExclusionAddition, 'where' | 'if'> {
  /** The type that brings it and its name: "Family.marriage". */
  readonly id: string;
  readonly where?: Asked;
  readonly if?: Asked;
  /** Ids of exclusions. */
  readonly against: readonly string[];
  readonly reversed: readonly string[];
}

/** Which values of a property are meant, folded. */
export interface Asked {
  readonly property: string;
  readonly words: ReadonlySet<string>;
}

/** One that `type` brings; `standing` is the one of that name that it inherits. */
export function asExclusion(type: string, raw: ExclusionAddition, standing?: Exclusion): Exclusion {
  const idOf = (name: string) => (name.includes('.') ? name : `${type}.${name}`);
  return {
    ...raw,
    id: standing?.id ?? idOf(raw.name),
    where: raw.where && asAsked(raw.where),
    if: raw.if && asAsked(raw.if),
    against: (raw.against ?? []).map(idOf),
    reversed: (raw.reversed ?? []).map(idOf),
  };
}

const asAsked = ({ property, words }: Wording): Asked => ({ property, words: new Set(words.map(fold)) });

const relationship = (...words: string[]): Wording => ({ property: 'relationship', words });
/** A post at the head of an organization that one person has at a time. */
const head = (name: string, says: string, ...words: string[]): ExclusionAddition => ({
  ...{ name, says, from: 'target', one: true },
  where: { property: 'role', words },
});
const life = (says: string): ExclusionAddition => ({ name: 'life', says, living: true });

/**
 * By FollowTheMoney's types; the list is ours. Words are held against the whole value, so that "ex-wife", "co-chair"
 * and "acting president" are none of these. In Family the relative is to the person what `relationship` says.
 */
export const EXCLUSIONS: ReadonlyMap<string, readonly ExclusionAddition[]> = new Map(
  Object.entries<readonly ExclusionAddition[]>({
    Family: [
      {
        ...{ name: 'marriage', says: 'married to', mutual: true, one: true, living: true },
        where: relationship(
          ...['spouse', 'husband', 'wife', 'married', 'married to', 'marriage'],
          ...[
            'Ehemann',
            'Ehefrau',
            'Ehepartner',
            'époux',
            'épouse',
            'mari',
            'conjoint',
            'cónyuge',
            'esposo',
            'esposa',
          ],
          ...['coniuge', 'marito', 'moglie', 'echtgenoot', 'echtgenote', 'małżonek', 'mąż', 'żona'],
          ...['супруг', 'супруга', 'муж', 'жена', 'чоловік', 'дружина'],
        ),
      },
      {
        ...{ name: 'parent', says: 'a child of', always: true },
        ...{ against: ['child', 'sibling', 'marriage'], reversed: ['parent'] },
        where: relationship(
          ...['parent', 'mother', 'father', 'Vater', 'Mutter', 'père', 'mère', 'padre', 'madre'],
          ...['отец', 'мать', 'батько', 'мати', 'ojciec', 'matka'],
        ),
      },
      {
        ...{ name: 'child', says: 'a parent of', always: true },
        ...{ against: ['sibling', 'marriage'], reversed: ['child'] },
        where: relationship(
          ...[
            'child',
            'son',
            'daughter',
            'Kind',
            'Sohn',
            'Tochter',
            'fils',
            'fille',
            'hijo',
            'hija',
            'figlio',
            'figlia',
          ],
          ...['ребенок', 'сын', 'дочь', 'син', 'дочка', 'syn', 'córka'],
        ),
      },
      {
        ...{ name: 'sibling', says: 'a sibling of', always: true, mutual: true },
        where: relationship(
          ...['sibling', 'brother', 'sister', 'Bruder', 'Schwester', 'frère', 'sœur', 'hermano', 'hermana'],
          ...['fratello', 'sorella', 'брат', 'сестра', 'siostra'],
        ),
      },
    ],
    Interest: [
      head(
        'president',
        'presided over by',
        'president',
        'Präsident',
        'Präsidentin',
        'président',
        'présidente',
        'президент',
      ),
      head(
        'chair',
        'chaired by',
        'chair',
        'chairman',
        'chairwoman',
        'chairperson',
        'chairman of the board',
        'chair of the board',
      ),
      head(
        ...([
          'chief executive',
          'run by',
          'chief executive',
          'chief executive officer',
          'CEO',
          'managing director',
        ] as const),
        ...['director general', 'general director', 'генеральный директор'],
      ),
      head('secretary general', 'run by', 'secretary general', 'general secretary'),
      head('rector', 'headed by', 'rector', 'ректор'),
      head('governor', 'headed by', 'governor'),
    ],
    Directorship: [life('a director of')],
    Employment: [life('employed by')],
    Membership: [life('a member of')],
    Occupancy: [
      {
        ...{ name: 'holding', says: 'held by', from: 'target', one: true },
        if: { property: 'numberOfSeats', words: ['1'] },
      },
      life('the holder of'),
    ],
  }),
);
