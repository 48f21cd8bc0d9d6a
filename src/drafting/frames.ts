// What verbs and nouns of news say of those around them: the type of the tie, which prepositions lead to the other end, which of the two comes first.
export interface Frame {
  readonly schema: string;
  /** Prepositions that lead to the other end; "" is the plain object. */
  readonly on: ReadonlySet<string>;
  /** Letters of the kinds that fit, from then to, in the order of the tie. */
  readonly fits: RegExp;
  /** What the tie is called, where the verb's own form is not the word for it. */
  readonly role?: string;
  /** The object comes first in the tie: the body that hires is where the hired one works. */
  readonly turned?: boolean;
  /** Between the plain object (of a passive, the subject) and what follows this preposition: "exchanged A for B". */
  readonly across?: string;
  /** Between those who share the verb where it has no object: "A and B met". */
  readonly mutual?: boolean;
  /** Only with one of these words between the verb and its object: "holds a stake in". */
  readonly asks?: RegExp;
}

const ANY = /^[po]{2}$/;
const PO = /^po$/;
const OWNS = /^[po]o$/;
const PP = /^pp$/;

const frame = (schema: string, on: string, fits: RegExp, more: Partial<Frame> = {}): Frame => ({
  schema,
  on: new Set(on.split(' ').map((word) => (word === '-' ? '' : word))),
  fits,
  ...more,
});
/** Verbs by their base form; what is irregular lies below. */
const VERBS: readonly (readonly [string, Frame])[] = [
  ['head lead chair run direct manage', frame('Directorship', '-', PO)],
  ['preside', frame('Directorship', 'over', PO, { role: 'presided over' })],
  [
    'sit serve',
    frame('Directorship', 'on', PO, { role: 'board member', asks: /\b(?:board|council|committee)\b/ }),
  ],
  ['join belong', frame('Membership', '- to', PO)],
  ['work', frame('Employment', 'at for', PO, { role: 'worked for' })],
  ['work', frame('UnknownLink', 'with alongside', ANY, { role: 'worked with' })],
  ['employ hire recruit', frame('Employment', '-', PO, { turned: true })],
  ['leave quit', frame('Employment', '-', PO)],
  ['teach lecture study graduate train', frame('UnknownLink', 'at from', PO)],
  ['resign retire', frame('Employment', 'from as', PO, { role: 'resigned from' })],
  ['own control found co-found acquire buy establish purchase', frame('Ownership', '-', OWNS)],
  ['take', frame('Ownership', 'over', OWNS, { role: 'took over', asks: /\bover\b/ })],
  ['set', frame('Ownership', '-', OWNS, { role: 'set up', asks: /\bup\b/ })],
  [
    'hold own have buy acquire sell',
    frame('Ownership', 'in of', OWNS, { asks: /\b(?:stake|shares?|shareholding|interest|percent)\b|%/ }),
  ],
  ['marry', frame('Family', '- to', PP, { mutual: true, role: 'married' })],
  ['divorce', frame('Family', '- from', PP, { mutual: true, role: 'divorced' })],
  ['represent defend advise', frame('Representation', '-', ANY)],
  ['act', frame('Representation', 'for', ANY, { role: 'acted for' })],
  ['meet', frame('UnknownLink', '- with', ANY, { mutual: true, role: 'met' })],
  [
    'contact e-mail email phone call befriend introduce blackmail recruit threaten attack criticize criticise praise support back help assist urge present warn pressure implicate name nominate appoint promote elect fire dismiss sack remove oust pardon recommend poison kill murder shoot visit host interview brief instruct order persuade convince defeat challenge beat oppose endorse commission inspect monitor blame mention cite quote thank congratulate force protect shield deceive cheat mislead betray track film photograph rescue insult slander libel harass follow trust confront consult oversee supervise train coach mentor treat examine overrule overturn reprimand rebuke defraud swindle',
    frame('UnknownLink', '-', ANY),
  ],
  [
    'receive transfer pay send move funnel launder route',
    frame('UnknownLink', 'through via', ANY, {
      asks: /[$€£]|\b(?:euros?|dollars?|million|money|funds|payments?|bribes?)\b/,
      role: 'money through',
    }),
  ],
  [
    'request demand seek',
    frame('UnknownLink', 'for', ANY, {
      asks: /\b(?:sentence|term|arrest|years|detention|extradition)\b/,
      role: 'sought a sentence for',
    }),
  ],
  ['replace succeed', frame('Succession', '-', ANY, { turned: true, role: 'succeeded by' })],
  ['introduce', frame('UnknownLink', 'to', ANY, { across: 'to', role: 'introduced to' })],
  ['tell inform ask', frame('UnknownLink', '-', ANY)],
  ['write speak talk complain turn report', frame('UnknownLink', 'to with', ANY, { role: 'turned to' })],
  [
    'accuse charge arrest detain question summon sentence convict indict fine sue suspend ban blacklist sanction investigate raid search jail imprison expel extradite hold prosecute clear acquit deport designate penalise penalize censure subpoena probe audit reprimand',
    frame('UnknownLink', '-', ANY),
  ],
  ['testify', frame('UnknownLink', 'against for', ANY, { role: 'testified' })],
  ['conspire collude', frame('UnknownLink', 'with', ANY, { mutual: true, role: 'conspired with' })],
  ['file lodge', frame('UnknownLink', 'at with', ANY, { role: 'filed with' })],
  ['appeal', frame('UnknownLink', 'to', ANY, { role: 'appealed to' })],
  ['extradite deport', frame('UnknownLink', 'to', ANY)],
  ['pay bribe', frame('Payment', '-', ANY)],
  ['pay transfer wire donate contribute funnel send', frame('Payment', 'to', ANY)],
  ['fund finance sponsor', frame('Payment', '-', ANY)],
  ['lend', frame('Debt', '- to', ANY, { turned: true })],
  [
    'receive accept take collect borrow get',
    frame('Payment', 'from', ANY, { turned: true, role: 'received from' }),
  ],
  [
    'sell supply ship award grant give offer lease deliver export hand pass leak',
    frame('UnknownLink', '- to with', ANY),
  ],
  ['buy purchase import lease acquire', frame('UnknownLink', 'from', ANY, { role: 'bought from' })],
  ['sell', frame('UnknownLink', 'to', ANY, { across: 'to', role: 'sold to' })],
  ['win', frame('UnknownLink', '- from', ANY, { role: 'won' })],
  ['contract', frame('UnknownLink', '- with', ANY)],
  [
    'merge partner cooperate collaborate negotiate compete',
    frame('UnknownLink', 'with', ANY, { mutual: true }),
  ],
  [
    'sign agree reach strike',
    frame('UnknownLink', 'with', ANY, {
      asks: /\b(?:deal|contract|agreement|accord|partnership)\b/,
      role: 'agreement',
    }),
  ],
  ['use', frame('UnknownLink', '-', PO)],
  [
    'exchange swap trade release free',
    frame('UnknownLink', 'for', PP, { across: 'for', role: 'exchanged for' }),
  ],
  [
    'hire appoint name elect nominate',
    frame('Employment', 'at of to by', PO, { across: 'at', role: 'appointed' }),
  ],
  ['imposed impose place', frame('UnknownLink', 'on', ANY, { asks: /\bsanctions?\b/, role: 'sanctioned' })],
  ['register', frame('Ownership', 'to', OWNS, { turned: true, role: 'registered to' })],
];

/** Nouns of deeds: the agent is who owns them, who is behind "by" or "from", or who does the verb before them. */
export const NOUNS: ReadonlyMap<string, Frame> = byWord([
  [
    'lawsuit suit complaint charges charge case indictment proceedings warrant allegations accusations',
    frame('UnknownLink', 'against', ANY),
  ],
  ['investigation investigations probe inquiry', frame('UnknownLink', 'into of against', ANY)],
  ['sanctions embargo', frame('UnknownLink', 'on against', ANY, { role: 'sanctions' })],
  [
    'links ties connections relationship relations contacts affair friendship feud dispute partnership',
    frame('UnknownLink', 'to with', ANY, { role: 'ties', mutual: true }),
  ],
  [
    'meeting meetings talks negotiations conversation correspondence deal agreement contract merger contracts',
    frame('UnknownLink', 'with', ANY, { mutual: true }),
  ],
  ['takeover acquisition purchase', frame('Ownership', 'of', OWNS)],
  ['payment payments loan loans bribe bribes donation donations kickbacks', frame('Payment', 'to', ANY)],
  ['swap exchange handover', frame('UnknownLink', 'for', PP, { across: 'for', role: 'exchanged for' })],
  [
    'letter letters email e-mail message call calls appeal petition complaint complaints request visit report',
    frame('UnknownLink', 'to with', ANY),
  ],
  ['stake shares shareholding interest', frame('Ownership', 'in of', OWNS, { role: 'stake' })],
  ['marriage', frame('Family', 'to', PP, { mutual: true })],
  ['extradition arrest prosecution sentencing detention conviction', frame('UnknownLink', 'of', ANY)],
]);

function byWord(all: readonly (readonly [string, Frame])[]): ReadonlyMap<string, Frame> {
  return new Map(all.flatMap(([words, one]) => words.split(' ').map((word) => [word, one] as const)));
}

/** Past and participle, where they are not the base with -ed. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  lead: ['led', 'led'],
  run: ['ran', 'run'],
  sit: ['sat', 'sat'],
  leave: ['left', 'left'],
  quit: ['quit', 'quit'],
  buy: ['bought', 'bought'],
  take: ['took', 'taken'],
  set: ['set', 'set'],
  hold: ['held', 'held'],
  have: ['had', 'had'],
  sell: ['sold', 'sold'],
  meet: ['met', 'met'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  speak: ['spoke', 'spoken'],
  pay: ['paid', 'paid'],
  lend: ['lent', 'lent'],
  send: ['sent', 'sent'],
  give: ['gave', 'given'],
  win: ['won', 'won'],
  shoot: ['shot', 'shot'],
  get: ['got', 'got'],
  strike: ['struck', 'struck'],
  oversee: ['oversaw', 'overseen'],
  seek: ['sought', 'sought'],
};
const DOUBLED: ReadonlySet<string> = new Set(['ban', 'transfer', 'ship', 'swap']);

export interface Form {
  readonly frames: readonly Frame[];
  /** What the verb is called in a tie: its past, or its present where the text has that. */
  readonly told: string;
  readonly how: 'base' | 'present' | 'past' | 'participle' | 'both' | 'ing';
}

function formsOf(base: string): readonly (readonly [word: string, how: Form['how'], told: string])[] {
  const y = /[^aeiou]y$/.test(base);
  const stem = y ? base.slice(0, -1) : DOUBLED.has(base) ? base + base.at(-1) : base.replace(/e$/, '');
  const [past, participle] = IRREGULAR[base] ?? [y ? `${stem}ied` : `${stem}ed`, ''];
  const present = y
    ? `${stem}ies`
    : /(?:s|sh|ch|x)$/.test(base)
      ? `${base}es`
      : base === 'have'
        ? 'has'
        : `${base}s`;
  return [
    [base, 'base', past],
    [present, 'present', present],
    [`${y ? base : stem}ing`, 'ing', past],
    ...(participle === '' || past === participle
      ? [[past, 'both', past] as const]
      : [[past, 'past', past] as const, [participle, 'participle', past] as const]),
  ];
}

/** Each form of each verb, with the frames it may stand in. */
export const FORMS: ReadonlyMap<string, Form> = allForms();

function allForms(): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const [bases, one] of VERBS)
    for (const base of bases.split(' '))
      for (const [word, how, told] of formsOf(base)) {
        const standing = forms.get(word);
        const kept = standing?.how === how ? standing.how : standing ? 'both' : how;
        forms.set(word, { frames: [...(standing?.frames ?? []), one], told, how: kept });
      }
  return forms;
}
