// The page's faces as TrueType files, for pictures drawn without a browser.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Fonts } from '../pictures/pdfFile.ts';

const require = createRequire(import.meta.url);
export const load = (path: string): Promise<Uint8Array> => readFile(require.resolve(path));

export async function loadFonts(): Promise<Fonts> {
  const [regular, medium, semibold, title] = await Promise.all([
    load('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
    load('@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf'),
    load('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
    load('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
  ]);
  return { regular, medium, semibold, title };
}
