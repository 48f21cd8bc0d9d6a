// A mapping as a file: what `clew info --mapping` prints and `clew convert --mapping` takes, checked against its shape.
import type { TableMapping, TableWish } from '../../case/tableMapping.ts';
import { InputError } from '../../plugin/problem.ts';
import { TABLE_SHAPE } from '../clew/caseSchema.ts';
import { faultIn, printed } from '../clew/shape.ts';

/** One table a line, so that a column is found and changed by hand. */
export const mappingText = (mappings: readonly TableMapping[]): string =>
  `[\n${mappings
    .map(({ columns, ...mapping }) => {
      const head = printed({ ...mapping, columns: [] }, TABLE_SHAPE).replace(/\[\]\}$/, '[');
      return `  ${head}\n${columns.map((column) => `    ${printed(column, COLUMN_SHAPE)}`).join(',\n')}\n  ]}`;
    })
    .join(',\n')}\n]\n`;

const COLUMN_SHAPE = TABLE_SHAPE.properties!.columns!.items!;
/** What is not given is guessed. */
const WISH_SHAPE = {
  ...TABLE_SHAPE,
  required: [],
  properties: { ...TABLE_SHAPE.properties, dialect: { ...TABLE_SHAPE.properties!.dialect, required: [] } },
};

/** One mapping or a list of them. Throws `InputError` that names the field at fault. */
export function readMapping(text: string, name: string): readonly TableWish[] {
  const mappings = [parsed(text, name)].flat();
  for (const [i, mapping] of mappings.entries()) {
    const fault = faultIn(mapping, WISH_SHAPE, `table ${i + 1}`);
    if (fault) throw new InputError(`${name} is no mapping of a table: ${fault.field} ${fault.what}.`);
  }
  return mappings.map((mapping) => ({ table: '', ...(mapping as object) }));
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(
      `${name} is no valid JSON. Print a mapping with clew info --mapping and change that.`,
    );
  }
}
