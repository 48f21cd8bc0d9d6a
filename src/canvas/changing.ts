// Telling Cytoscape's elements what changed, and no more: whatever it is told of it styles, measures and routes anew.
import type { CollectionArgument, CollectionReturnValue, Core, EdgeSingular, NodeSingular } from 'cytoscape';

type Element = NodeSingular | EdgeSingular;

/** These elements together; an array, which Cytoscape takes though its types do not say so. */
export const together = (cy: Core, elements: readonly Element[]): CollectionReturnValue =>
  cy.collection(elements as unknown as CollectionArgument);

/** Sets those of the values that the element does not have yet. */
export function tell(element: Element, values: Readonly<Record<string, unknown>>): void {
  const has = element.data() as Readonly<Record<string, unknown>>;
  const news = Object.entries(values).filter(([key, value]) => has[key] !== value);
  if (news.length > 0) element.data(Object.fromEntries(news));
}

/**
 * Puts elements on the canvas that look as they did when they left it. Cytoscape's `restore` has all that it knows of
 * them worked out again; here it is kept, and they are only drawn (its event `background` asks for no more).
 */
export function putAsTheyWere(cy: Core, elements: readonly Element[]): void {
  const all = together(cy, elements);
  const kept = () => all;
  Object.assign(all, { dirtyBoundingBoxCache: kept, updateStyle: kept });
  all.restore().emit('background');
}
