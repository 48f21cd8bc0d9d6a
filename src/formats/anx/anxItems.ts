// What an item of an i2 chart holds while it is read: an entity, or a link with its ends.
import type { Attribute } from '../format.ts';
import { Numbered } from '../numbered.ts';
import { finite } from '../typedValues.ts';
import type { XmlAttributes } from '../xml.ts';

export class ChartItem {
  readonly own: XmlAttributes;
  readonly where: string;
  readonly attributes = new Map<string, Attribute>();
  readonly numbered = new Numbered();
  /** Entity, Event, TextBlock…: what stands at the end; undefined for links. */
  kind: string | undefined;
  /** Of the entity: iBase finds it by this id, the chart by that of its item. */
  entity: XmlAttributes = {};
  link: XmlAttributes | undefined;
  style: XmlAttributes = {};
  x: number | undefined;
  y: number | undefined;

  constructor(own: XmlAttributes, where: string) {
    this.own = own;
    this.where = where;
    this.x = finite(own.XPosition);
  }

  put(name: string, value: string | undefined, type: Attribute['type'] = 'string'): void {
    if (value === undefined || value.trim() === '') return;
    const values = this.attributes.get(name)?.values ?? [];
    if (!values.includes(value)) this.attributes.set(name, { type, values: [...values, value] });
  }

  /** Local time without a zone; a day where the chart says that no time is set. */
  get date(): string | undefined {
    const { DateTime: moment, DateSet: hasDate, TimeSet: hasTime } = this.own;
    if (moment === undefined || hasDate !== 'true') return undefined;
    return hasTime === 'true' ? moment.replace(/\.0+$/, '') : moment.slice(0, 10);
  }
}
