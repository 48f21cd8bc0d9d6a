// A case as the text of the clew format, for the journal and for saving. Small and synchronous: it never leaves the page.
import { Case } from '../case/case.ts';
import { CaseUnderLens } from '../case/lens.ts';
import type { CaseRecord, Id } from '../case/records.ts';
import { clew } from '../formats/clew.ts';
import { read } from '../formats/importing.ts';
import { quietJob } from '../plugin/job.ts';

/** Throws `InputError` where the text is no case. */
export async function readCase(text: string): Promise<readonly CaseRecord[]> {
  const bytes = new TextEncoder().encode(text);
  return (await read(bytes, { name: 'case.clew.json', format: 'clew' }, quietJob())).records;
}

export function writeCase(of: Case): string {
  const out = { seen: new CaseUnderLens(of), placements: new Map<Id, never>() };
  return clew
    .write(out)
    .flatMap(({ text }) => [...text])
    .join('');
}
