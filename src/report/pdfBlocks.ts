// The parts of a sheet as blocks to be set: front, statements, disputes, judgements, sources, places to sign.
import type { FaceName } from '../pictures/type.ts';
import { MARGINS } from './pages.ts';
import type { Size } from './paper.ts';
import type {
  Part,
  Report,
  ReportedDispute,
  ReportedJudgement,
  ReportedLeads,
  ReportedSource,
  Statement,
} from './report.ts';
import { STANDING_SAYS, STANDING_TITLES } from './standing.ts';
import type { Block, Measure, Run, SetLine, Typesetter } from './typesetting.ts';
import { sourcesInBrief, summaryOf, type Line } from './summary.ts';
import * as words from './words.ts';

const [INK, SOFT, WARN] = ['#1d232c', '#555b65', '#8a4b00'];
const [TEXT, SMALL] = [9.6, 8.2];
const [LEADING, TIGHT] = [13.4, 11.2];
/** What stands in from the sentence: the place after the mark of its source. */
const INDENT = 24;

const run = (said: string, size = TEXT, ink: string = INK, face: FaceName = 'regular'): Run => ({
  ...{ words: said, size, ink, face },
});

export class Blocks {
  readonly #type: Typesetter;
  readonly #full: Omit<Measure, 'leading'>;

  constructor(type: Typesetter, { width }: Size) {
    this.#type = type;
    this.#full = { x: MARGINS.left, width: width - MARGINS.left - MARGINS.right };
  }

  /** The first page; `notes` say what the pages do not show as it is. */
  front(report: Report, notes: readonly string[]): readonly Block[] {
    const { title, description } = report;
    const over = [words.KIND, words.madeSays(report)].filter(Boolean).join(' · ');
    return [
      { ...this.#text([run(over, SMALL, SOFT)]), tag: 'P' },
      {
        ...this.#text([run(title, 23, INK, 'title')], 28),
        ...{ tag: 'H1', before: 2, outline: { title, level: 1 } },
      },
      ...(description.trim() === '' ? [] : [{ ...this.#text([run(description, 10.6)], 15), before: 4 }]),
      ...this.#rows(summaryOf(report), 14),
      ...this.#rows(sourcesInBrief(report), 12),
      ...notes.map((note) => ({ ...this.#text([run(note, TEXT, WARN)]), before: 12 })),
      ...words.HOW_TO_READ.map((line, i) => ({ ...this.#point(line, SOFT), before: i === 0 ? 16 : 3 })),
    ];
  }

  *body({ parts, disputes, judgements, sources, leads }: Report): Generator<Block> {
    for (const part of parts) yield* this.#part(part);
    yield* this.#list('Disputes', disputes, (one) => this.#dispute(one));
    yield* this.#list('Judgements', judgements, (one) => this.#judgement(one));
    yield* this.#list('Sources', sources, (one) => this.#source(one));
    yield* this.#signatures();
    if (leads.length > 0) yield* this.#leads(leads);
  }

  caption(says: string, measure: Omit<Measure, 'leading'>): readonly SetLine[] {
    return this.#type.set([run(says, SMALL + 0.4, SOFT)], { ...measure, leading: TIGHT }).slice(0, 3);
  }

  #text(runs: readonly Run[], leading = LEADING, hanging?: Run): Block {
    return { tag: 'P', before: 0, lines: this.#type.set(runs, { ...this.#full, leading }, hanging) };
  }

  /** A label, and beside it what it stands for. */
  #rows(lines: readonly Line[], before: number): readonly Block[] {
    const { x, width } = this.#full;
    return lines.map(({ label, says }, i) => {
      const set = this.#type.set([run(says)], { x: x + 74, width: width - 74, leading: LEADING });
      const mark = this.#type.set([run(label, TEXT, INK, 'semibold')], { x, width: 72, leading: LEADING });
      const all = Array.from({ length: Math.max(set.length, mark.length) }, (_, at) => ({
        pieces: [...(mark[at]?.pieces ?? []), ...(set[at]?.pieces ?? [])],
        height: LEADING,
      }));
      return { tag: 'P', before: i === 0 ? before : 2.5, lines: all };
    });
  }

  *#part({ standing, sections }: Part): Generator<Block> {
    yield this.#heading(STANDING_TITLES[standing]);
    yield { ...this.#text([run(STANDING_SAYS[standing], TEXT, SOFT)]), before: 3, keeps: true };
    for (const { name, type, statements } of sections) {
      yield this.#subheading(name, type);
      for (const statement of statements) yield this.#statement(statement);
    }
  }

  #heading(title: string): Block {
    return {
      ...this.#text([run(title, 15, INK, 'title')], 19),
      ...{ tag: 'H2', before: 24, keeps: true, rule: true, outline: { title, level: 1 } },
    };
  }

  #subheading(name: string, type: string): Block {
    return {
      ...this.#text([run(`${name} `, 11, INK, 'title'), run(type, SMALL, SOFT)], 15),
      ...{ tag: 'H3', before: 12, keeps: true, outline: { title: name, level: 2 } },
    };
  }

  *#list<T>(title: string, all: readonly T[], block: (one: T) => Block): Generator<Block> {
    if (all.length > 0) yield this.#heading(title);
    for (const one of all) yield block(one);
  }

  /** The appendix. It stands after the signatures, which are for what stands before them. */
  *#leads(leads: readonly ReportedLeads[]): Generator<Block> {
    yield this.#heading(words.LEADS.title);
    yield { ...this.#text([run(words.LEADS.says, TEXT, SOFT)]), before: 3, keeps: true };
    for (const kind of leads) {
      yield this.#subheading(kind.label, '');
      yield { ...this.#text([run(kind.help, SMALL + 0.4, SOFT)], TIGHT + 0.6), keeps: true };
      for (const says of kind.says) yield { ...this.#point(says, INK), before: 3 };
      const more = words.moreLeads(kind);
      if (more !== '') yield { ...this.#text([run(more, TEXT, SOFT)]), before: 3 };
    }
  }

  #point(says: string, ink: string): Block {
    return this.#text([run(says, SMALL + 0.4, ink)], TIGHT + 0.6, run('•', SMALL, SOFT));
  }

  #statement(statement: Statement): Block {
    const { number, text, disputed } = statement;
    const rests = run(words.remarksOn(statement), SMALL, disputed ? WARN : SOFT);
    const said = this.#text([run(`${text}. `), rests], LEADING, this.#mark(String(number)));
    const lines = words.evidenceLines(statement).flatMap(({ source, says }) => this.#evidence(source, says));
    return { ...said, tag: 'LI', before: 6, place: `n${number}`, lines: [...said.lines, ...lines] };
  }

  #evidence(source: number, says: string): readonly SetLine[] {
    const { x, width } = this.#full;
    const measure = { x: x + INDENT, width: width - INDENT, leading: TIGHT };
    const mark = { ...run(`S${source}`, SMALL, INK, 'semibold'), to: `s${source}` };
    const [first, ...others] = this.#type.set([run(says, SMALL, SOFT)], measure);
    const [label] = this.#type.set([mark], { x, width: INDENT, leading: TIGHT });
    return [{ pieces: [...label!.pieces, ...first!.pieces], height: TIGHT }, ...others];
  }

  #dispute(dispute: ReportedDispute): Block {
    const { number, title, about, severity, why, sides, judged, ruling } = dispute;
    const lines = [
      ...sides.map(words.sideLine),
      ...(judged ? [words.signedBy('Judged to be a dispute', judged)] : []),
      ...(ruling ? [words.signedBy('Ruled', ruling) || 'Ruled'] : []),
    ].filter(Boolean);
    const head = [
      run(`${title}: `, TEXT, INK, 'semibold'),
      run(`${about.join('; ')} `),
      run(severity, SMALL, SOFT),
    ];
    const block = this.#text(head, LEADING, this.#mark(`D${number}`));
    const why_ = this.#text([run(why, TEXT)]).lines;
    const said = lines.flatMap((line) => this.#inset(run(line, SMALL + 0.4, SOFT)));
    return { ...block, tag: 'LI', before: 8, place: `d${number}`, lines: [...block.lines, ...why_, ...said] };
  }

  #judgement({ says, statements, ...signed }: ReportedJudgement): Block {
    const block = this.#text([run(`${says}${words.ofNumbers(statements)}.`)]);
    const why = words.signedBy('Judged', signed);
    const lines = why === '' ? [] : this.#inset(run(why, SMALL + 0.4, SOFT));
    return { ...block, tag: 'LI', before: 7, lines: [...block.lines, ...lines] };
  }

  #source(source: ReportedSource): Block {
    const { number, title, address, archived, file, sha256, statements } = source;
    const head = [
      run(`${title}. `, TEXT, INK, 'semibold'),
      run(`${words.sourceFacts(source).join('. ')}.`, TEXT),
    ];
    const block = this.#text(head, LEADING, this.#mark(`S${number}`));
    const more = [address, archived, [file, sha256 && `SHA-256 ${sha256}`].filter(Boolean).join(', ')];
    const lines = [...more.filter(Boolean), `Behind ${words.behind(statements)}`].flatMap((line) =>
      this.#inset(run(line!, SMALL, SOFT)),
    );
    return { ...block, tag: 'LI', before: 8, place: `s${number}`, lines: [...block.lines, ...lines] };
  }

  #inset(one: Run): readonly SetLine[] {
    const { x, width } = this.#full;
    return this.#type.set([one], { x: x + 12, width: width - 12, leading: TIGHT });
  }

  #mark(label: string): Run {
    return run(label, TEXT, INK, 'semibold');
  }

  /** Two lines to sign on, each with its date. */
  #signatures(): readonly Block[] {
    const { x, width } = this.#full;
    const column = width * 0.62;
    const row = (who: string, date: string): SetLine => {
      const [a] = this.#type.set([run(`${who}: ________________________________`, TEXT, SOFT)], {
        ...{ x, width: column, leading: LEADING },
      });
      const [b] = this.#type.set([run(`${date}: ______________`, TEXT, SOFT)], {
        ...{ x: x + column, width: width - column, leading: LEADING },
      });
      return { pieces: [...a!.pieces, ...b!.pieces], height: 38 };
    };
    const [checked, one, counsel, other] = words.SIGNATURES;
    return [{ tag: 'P', before: 30, lines: [row(checked, one), row(counsel, other)] }];
  }
}
