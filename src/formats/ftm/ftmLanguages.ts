// Languages of values: FollowTheMoney's three letters (ISO 639-3), a case's BCP 47.
import standard from '@opensanctions/followthemoney/dist/defaultModel.json' with { type: 'json' };

const { language } = standard.types as unknown as { language: { values: Record<string, string> } };

/** "rus" → "ru", by the aliases of Unicode CLDR; what has no shorter name stays. */
function short(code: string): string {
  const tag = Intl.getCanonicalLocales(code)[0]!;
  return tag.length === 2 ? tag : code;
}

const SHORT = new Map(Object.keys(language.values).map((code) => [code, short(code)]));
const LONG = new Map(Array.from(SHORT, ([code, tag]) => [tag, code]));

/** "rus" → "ru"; what FollowTheMoney does not list stays as it is. */
export const languageTag = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : (SHORT.get(code) ?? code);

/** "ru" and "ru-RU" → "rus"; a language that FollowTheMoney does not list stays as it is. */
export const languageCode = (tag: string): string =>
  LONG.get(tag) ?? LONG.get(tag.split('-', 1)[0]!.toLowerCase()) ?? tag;
