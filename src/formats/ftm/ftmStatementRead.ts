// Statements → claims: the dataset is the source, the canonical id the subject.
import { InputError } from '../../plugin/problem.ts';
import type { Sink } from '../format.ts';
import { Tally } from '../tally.ts';
import { FtmFound, MODEL } from './ftmFound.ts';
import { StatementsCarried } from './ftmCarried.ts';
import { languageTag } from './ftmLanguages.ts';
import type { Row } from './ftmStatementRows.ts';

/** Columns that are no part of what is claimed. */
const LEFT_OUT = ['first_seen', 'last_seen', 'origin'];

export class StatementReader {
  readonly #sink: Sink;
  readonly #found: FtmFound;
  readonly #tally = new Tally();
  readonly #carried = new StatementsCarried();
  #refused = false;

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#found = new FtmFound(sink);
  }

  readonly refuse = (where: string, what: string): void => {
    this.#refused = true;
    this.#tally.add('refused', what, where);
  };

  /** Throws `InputError` where rows were met and none is a statement. */
  async read(rows: AsyncIterable<Row>): Promise<void> {
    for await (const row of rows) {
      this.#row(row);
      this.#carried.row(row);
    }
    if (this.#refused && this.#found.size === 0)
      throw new InputError('No statement in this file can be read. It may be cut off; get the file again.');
    this.#carried.finish(this.#found, this.#sink);
    this.#found.finish();
    this.#tally.tell((problem) => this.#sink.problem(problem));
  }

  #row({ cell, where }: Row): void {
    const id = cell('entity_id');
    const value = cell('value');
    const packed = /^([^:]*):([^]*)$/.exec(cell('prop') ?? '');
    const schema = cell('schema') ?? packed?.[1];
    const prop = cell('schema') === undefined ? packed?.[2] : cell('prop');
    if (id === undefined || value === undefined || !schema || !prop)
      return this.refuse(where, 'A statement lacks its entity, type, property or value; it was left out.');
    const canonical = cell('canonical_id') ?? id;
    if (canonical !== id && !this.#found.replaced(canonical, id))
      this.#tally.add(
        'kept',
        'A statement is about an id that was merged into another; it was read as about the other.',
        where,
      );
    for (const column of LEFT_OUT)
      if (cell(column) !== undefined)
        this.#tally.add('refused', `“${column}” of a statement is no claim and was left out.`, where);
    this.#say({ canonical, id, schema, prop, value }, cell, where);
  }

  #say(
    of: { [key in 'canonical' | 'id' | 'schema' | 'prop' | 'value']: string },
    cell: Row['cell'],
    where: string,
  ) {
    const { canonical, prop, value } = of;
    const found = this.#found.fragment(canonical, of.schema, where);
    const isExternal = /^(t|true|1|yes|y|on)$/i.test(cell('external') ?? '');
    const said = { where, source: cell('dataset'), stance: isExternal ? 'alleged' : 'affirmed' } as const;
    if (isExternal)
      this.#tally.add(
        'kept',
        'An external statement is a suggestion, no fact; it was read as alleged.',
        where,
      );
    if (prop === 'id') {
      if (value === of.id || value === canonical) this.#found.say(found, 'id', { ...said, value: canonical });
      else this.#tally.add('kept', 'The checksum of an entity was not read as a claim.', where);
    } else if (MODEL.property(of.schema, prop)?.stub) {
      this.refuse(where, 'A statement of a reverse property was left out: it is stored on the other side.');
    } else {
      const language = languageTag(cell('lang'));
      this.#found.say(found, prop, { ...said, value, language, original: cell('original_value') });
    }
  }
}
