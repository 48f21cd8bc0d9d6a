// What character references in HTML stand for: those of HTML 4 by name, all others by number.

/** Names of U+00A0 to U+00FF, in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** Names of U+0391 to U+03A9 and U+03B1 to U+03C9; U+03A2 has none. */
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega';
const SIGNS: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
    Yuml: 'Ÿ',
  },
  ...{
    fnof: 'ƒ',
    circ: 'ˆ',
    tilde: '˜',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    zwnj: '\u200c',
    zwj: '\u200d',
  },
  ...{
    lrm: '\u200e',
    rlm: '\u200f',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
  },
  ...{
    bdquo: '„',
    dagger: '†',
    Dagger: '‡',
    bull: '•',
    hellip: '…',
    permil: '‰',
    prime: '′',
    Prime: '″',
    lsaquo: '‹',
  },
  ...{
    rsaquo: '›',
    oline: '‾',
    frasl: '⁄',
    euro: '€',
    trade: '™',
    larr: '←',
    uarr: '↑',
    rarr: '→',
    darr: '↓',
    harr: '↔',
  },
  ...{
    minus: '−',
    infin: '∞',
    asymp: '≈',
    ne: '≠',
    le: '≤',
    ge: '≥',
    sum: '∑',
    prod: '∏',
    radic: '√',
    loz: '◊',
  },
  ...{
    thetasym: 'ϑ',
    upsih: 'ϒ',
    piv: 'ϖ',
    sigmaf: 'ς',
    hyphen: '‐',
    num: '#',
    comma: ',',
    period: '.',
    colon: ':',
  },
  ...{
    semi: ';',
    lpar: '(',
    rpar: ')',
    excl: '!',
    quest: '?',
    dollar: '$',
    percnt: '%',
    ast: '*',
    plus: '+',
    equals: '=',
  },
  ...{
    sol: '/',
    bsol: '\\',
    lowbar: '_',
    lsqb: '[',
    rsqb: ']',
    lbrace: '{',
    rbrace: '}',
    vert: '|',
    commat: '@',
  },
};

const NAMED = new Map<string, string>(Object.entries(SIGNS));
LATIN_1.split(' ').forEach((name, i) => NAMED.set(name, String.fromCharCode(0xa0 + i)));
GREEK.split(' ').forEach((name, i) => {
  NAMED.set(name, String.fromCharCode(0x391 + i));
  NAMED.set(name.toLowerCase(), String.fromCharCode(0x3b1 + i));
});

/** What numbers from 128 to 159 mean, as every browser reads them: windows-1252, which Node 20 decodes as Latin-1. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** `amp`, `#8217`, `#x2019` → the character; undefined for a name that is not known. */
export function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED.get(name);
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  if (code >= 0x80 && code < 0xa0) return WINDOWS[code - 0x80];
  const none = code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000);
  return none ? '\ufffd' : String.fromCodePoint(code);
}
