// The page as one file: `dist/clew.html`, with a policy that names its own inline script and style by their hashes.
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { POLICY, policyText } from './policy.ts';

/** Matched in the order of the page, so that a tag named inside a script is not taken for one. */
const INLINE = /<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/g;

const hashes = (html: string, tag: 'script' | 'style'): string[] =>
  Array.from(html.matchAll(INLINE))
    .filter(([, name]) => name === tag)
    .map(([, , text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`);

/** Hashes are of the text as the parser sees it: line ends are LF there. */
const withPolicy = (html: string): string => {
  const text = html.replace(/\r\n?/g, '\n');
  const policy = policyText({
    ...POLICY,
    'script-src': [...hashes(text, 'script'), 'blob:'],
    'style-src': [...POLICY['style-src']!.filter((source) => source !== "'self'"), ...hashes(text, 'style')],
    'font-src': ['data:'],
    'worker-src': ['blob:', 'data:'],
    'connect-src': ["'none'"],
    'manifest-src': ["'none'"],
  });
  return text.replace(
    /<head>/,
    `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
};

/** Runs after all else has inlined its parts; `outDir` holds nothing but the page then, and goes. */
export const singleFile = (outDir: string): Plugin => ({
  name: 'clew-single-file',
  apply: 'build',
  enforce: 'post',
  closeBundle: {
    order: 'post',
    async handler() {
      const html = await readFile(join(outDir, 'index.html'), 'utf8');
      await writeFile(join(dirname(outDir), 'clew.html'), withPolicy(html));
      await rm(outDir, { recursive: true });
    },
  },
});
