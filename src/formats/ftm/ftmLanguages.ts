// Languages of values: FollowTheMoney's three letters (ISO 639-3), a case's BCP 47.
import standard from '@opensanctions/followthemoney/dist/defaultModel.json' with { type: 'json' };

const { language } = standard.types as unknown as { language: { values: Record<string, string> } };

/** "rus" → "ru", by the aliases of Unicode CLDR; what has no shorter name stays. */
function short(code: string): string {
  try {
    const tag = Intl.getCanonicalLocales(code)[0]!;
    return tag.length === 2 ? tag : code;
  } catch {
    return code;
  }
}

const LONG = new Map(Object.keys(language.values).map((code) => [short(code), code]));

export const languageTag = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : LONG.has(short(code)) ? short(code) : code;

/** "ru" and "ru-RU" → "rus"; a language that FollowTheMoney does not list stays as it is. */
export const languageCode = (tag: string): string =>
  LONG.get(tag) ?? LONG.get(tag.split('-', 1)[0]!.toLowerCase()) ?? tag;
