// Letters of other alphabets in Latin ones, as English romanisations have them (BGN/PCGN), and Latin letters that
// do not come apart into a letter and an accent.

export type Letters = Readonly<Record<string, string>>;

/** For `fold`: one spelling each, since no accent can be taken off. */
export const SPELLED_OUT: Letters = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ς: 'σ' },
};

/** For `sound`: what the accent does to the letter. All others lose it. */
export const LATIN: Letters = {
  ...{ č: 'ch', ć: 'ch', š: 'sh', ś: 'sh', ş: 'sh', ș: 'sh', ž: 'zh', ż: 'zh', ź: 'zh', ț: 'ts', ţ: 'ts' },
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' },
};

/** Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian. ё is e, as it is mostly printed. */
export const CYRILLIC: Letters = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
  },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch' },
  ...{ ш: 'sh', щ: 'shch', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia' },
  ...{ і: 'i', ї: 'i', є: 'ie', ґ: 'g', ў: 'u', ѓ: 'g', ѕ: 'dz', ќ: 'k' },
  ...{ ђ: 'dj', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'ch', џ: 'dzh' },
};

export const GREEK: Letters = {
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm' },
  ...{
    ν: 'n',
    ξ: 'x',
    ο: 'o',
    π: 'p',
    ρ: 'r',
    σ: 's',
    ς: 's',
    τ: 't',
    υ: 'i',
    φ: 'f',
    χ: 'kh',
    ψ: 'ps',
    ω: 'o',
  },
};

/** Two Greek letters that are one sound. */
export const GREEK_PAIRS: Letters = {
  ...{ ου: 'u', αυ: 'av', ευ: 'ev', αι: 'e', ει: 'i', οι: 'i', μπ: 'b', γκ: 'g' },
};
