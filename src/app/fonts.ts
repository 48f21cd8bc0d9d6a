// The page's faces as TrueType files, for PDF: its own style sheet has them only in a packing that PDF cannot hold.
import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import medium from '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf?url';
import semibold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url';
import title from '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf?url';
import type { Fonts } from '../pictures/pdfFile.ts';

export async function loadFonts(): Promise<Fonts> {
  const [a, b, c, d] = await Promise.all([
    bytesAt(regular),
    bytesAt(medium),
    bytesAt(semibold),
    bytesAt(title),
  ]);
  return { regular: a, medium: b, semibold: c, title: d };
}

/** In the page in one file the address holds the bytes themselves, and its policy lets nothing be fetched. */
async function bytesAt(address: string): Promise<Uint8Array> {
  const data = /^data:[^,]*;base64,/.exec(address)?.[0];
  if (data !== undefined)
    return Uint8Array.from(atob(address.slice(data.length)), (unit) => unit.charCodeAt(0));
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}
