// A case as the text of the clew format, for the journal and for saving. The formats load when this is first asked.
import { Case } from '../case/case.ts';
import { CaseUnderLens } from '../case/lens.ts';
import type { CaseRecord, Id } from '../case/records.ts';
import { quietJob } from '../plugin/job.ts';

/** Throws `InputError` where the text is no case. */
export async function readCase(text: string): Promise<readonly CaseRecord[]> {
  const { read } = await import('../formats/importing.ts');
  const bytes = new TextEncoder().encode(text);
  return (await read(bytes, { name: 'case.clew.json', format: 'clew' }, quietJob())).records;
}

export async function writeCase(of: Case): Promise<string> {
  const { clew } = await import('../formats/clew/clew.ts');
  const out = { seen: new CaseUnderLens(of), placements: new Map<Id, never>() };
  return clew
    .write(out)
    .flatMap(({ text }) => [...text])
    .join('');
}
