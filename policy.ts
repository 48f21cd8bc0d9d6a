// What the page may load and reach: nothing but its own origin. The server sends it as a header, the build writes it into the page.

/** The one `<style>` that Cytoscape 3.34 inserts (its stylesheet for the containers of the canvas). */
const CYTOSCAPE_STYLE = "'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='";

/** Directives by name. No `unsafe-inline`, no `unsafe-eval`: a name from a file that became markup could still do nothing. */
export const POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", CYTOSCAPE_STYLE],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-src': ["'none'"],
  'object-src': ["'none'"],
};

/** Only in the header: a `<meta>` may not carry it. */
export const HEADER_ONLY = "frame-ancestors 'none'";

export const policyText = (policy: Readonly<Record<string, readonly string[]>> = POLICY): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
