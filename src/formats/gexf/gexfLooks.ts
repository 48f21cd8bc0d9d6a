// How things look in GEXF, kept on demand under `viz:` names, apart from what the file says of them.
import type { Attribute } from '../format.ts';
import { finite, spelled } from '../typedValues.ts';
import type { XmlAttributes } from '../xml.ts';

export const LOOKS: ReadonlySet<string> = new Set(['color', 'size', 'thickness', 'shape', 'position']);

export function lookOf(
  name: string,
  own: XmlAttributes,
): readonly [name: string, look: Attribute] | undefined {
  const one = (type: Attribute['type'], value: string | undefined) =>
    value ? ([`viz:${name}`, { type, values: [value] }] as const) : undefined;
  if (name === 'color') return one('string', hexOf(own));
  if (name === 'size' || name === 'thickness') return one('number', spelled('number', own.value ?? ''));
  if (name === 'shape') return one('string', own.uri || own.value);
  // Of a position only the height; the rest is the node's place.
  const z = finite(own.z) ? spelled('number', own.z!) : undefined;
  return z === undefined ? undefined : ['viz:z', { type: 'number', values: [z] }];
}

/** `#rrggbb`, with the opacity where it is not full. Some write "None" for it. */
function hexOf({ hex, r, g, b, a }: XmlAttributes): string | undefined {
  if (hex) return hex;
  const parts = [r, g, b].map(finite);
  if (parts.some((part) => part === undefined)) return undefined;
  const opacity = finite(a) ?? 1;
  if (opacity < 1) parts.push(opacity * 255);
  const digits = parts.map((part) => Math.max(0, Math.min(255, Math.round(part!))));
  return `#${digits.map((digit) => digit.toString(16).padStart(2, '0')).join('')}`;
}
