// Saves what the map's lens lets through as a document of numbered sentences. The report loads when first asked for.
import { nameStem } from '../formats/nameStem.ts';
import { saveFile } from './saving.ts';
import type { Workspace } from './workspace.svelte.ts';

export async function saveReport({ seen }: Workspace): Promise<void> {
  const [{ reportOf }, { MARKDOWN, writeMarkdown }] = await Promise.all([
    import('../report/reporting.ts'),
    import('../report/markdown.ts'),
  ]);
  saveFile(`${nameStem(seen.case.header.name)}.md`, MARKDOWN, [...writeMarkdown(reportOf(seen))]);
}
