// Answers about texts that were asked for lately: for what is asked of the same few texts over and over.

/** Answers that are kept; then they are begun anew. */
const MOST = 5000;

/** `work`, done once for each text while it is asked about. Its answers are not changed by anybody. */
export function lately<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const standing = known.get(text);
    if (standing) return standing.answer;
    if (known.size >= MOST) known.clear();
    const answer = work(text);
    known.set(text, { answer });
    return answer;
  };
}
