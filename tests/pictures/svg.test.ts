import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { CaseUnderLens } from '../../src/case/lens.ts';
import { project } from '../../src/graph/project.ts';
import { compose } from '../../src/view/compose.ts';
import { pictureSize, writeSvg } from '../../src/pictures/svg.ts';
import { smallCase } from '../smallCase.ts';
import { edge, node, sceneOf } from '../view/scenes.ts';

interface Parsed {
  readonly elements: readonly string[];
  readonly attributes: readonly (readonly [string, string])[];
  readonly text: string;
}

/** Strictly parsed: throws where the XML is not well-formed. */
function parsed(xml: string): Parsed {
  const parser = new SaxesParser();
  const elements: string[] = [];
  const attributes: [string, string][] = [];
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    elements.push(tag.name);
    attributes.push(...(Object.entries(tag.attributes) as [string, string][]));
  });
  parser.on('text', (piece) => (text += piece));
  parser.write(xml).close();
  return { elements, attributes, text };
}

const small = () => {
  const seen = new CaseUnderLens(smallCase());
  return compose({ seen, graph: project(seen), positions: new Map() });
};
const written = (...args: Parameters<typeof writeSvg>) => [...writeSvg(...args)].join('');

describe('writeSvg', () => {
  test('is well-formed and keeps every label as text', () => {
    const { text } = parsed(written(small()));
    for (const { lines } of small().nodes) for (const line of lines) expect(text).toContain(line);
  });
  test('says what it is, in a title and a description, with its legend and sources', () => {
    const { elements, text } = parsed(written(small()));
    expect(elements.slice(0, 3)).toEqual(['svg', 'title', 'desc']);
    for (const words of [
      'The harbour case',
      'People',
      'affirmed',
      'Sources: The paper · The leak · The wire',
    ]) {
      expect(text).toContain(words);
    }
  });
  test('leaves out what is not wanted', () => {
    const ground = /<rect width="\d+" height="\d+" fill=/;
    expect(written(small())).toMatch(ground);
    expect(written(small(), { background: 'transparent' })).not.toMatch(ground);
    expect(written(small(), { legend: false, sources: false })).not.toContain('class="key"');
    expect(written(small(), { sources: false })).not.toContain('class="foot"');
    expect(written(small(), { title: false })).not.toContain('class="head"');
    const { height } = pictureSize(small(), { legend: false, sources: false });
    expect(height).toBeLessThan(pictureSize(small()).height);
  });
  test('gives the same bytes for the same scene', () => {
    expect(written(small())).toBe(written(small()));
  });
  test('says in words what is alleged or denied', () => {
    const nodes = [node('a', 0, 0), node('b', 400, 0), node('c', 0, 300), node('d', 400, 300)];
    const edges = [edge('e', 'a', 'b', { stance: 'alleged' }), edge('f', 'c', 'd', { stance: 'denied' })];
    const { text } = parsed(written(sceneOf(nodes, edges)));
    expect(text).toContain('knows, alleged');
    expect(text).toContain('knows, denied');
  });

  const HOSTILE = `</text><script>alert(1)</script>"'&\u0000\u0007\ud800￾<image href="https://example.org/x"/>]]>`;
  test('lets nothing in a name be more than text', () => {
    const nodes = [node('a', 0, 0, { label: HOSTILE }), node(HOSTILE, 600, 0, { label: 'b', type: HOSTILE })];
    const scene = {
      ...sceneOf(nodes, [edge('e', 'a', HOSTILE, { label: HOSTILE })]),
      title: HOSTILE,
      sources: [HOSTILE],
    };
    const legend = [{ label: HOSTILE, count: 1, sample: { kind: 'line', stance: 'denied' } as const }];
    const { elements, attributes, text } = parsed(written({ ...scene, legend }));
    const ours = ['svg', 'title', 'desc', 'style', 'g', 'path', 'rect', 'circle', 'polygon', 'text', 'tspan'];
    expect(elements.filter((name) => !ours.includes(name))).toEqual([]);
    expect(text).toContain('<script>alert(1)</script>');
    expect(
      attributes.filter(
        ([name, value]) => /^on|href/.test(name) || /https?:(?!\/\/www\.w3\.org\/2000\/svg$)/.test(value),
      ),
    ).toEqual([]);
  });
  test('is a picture even of nothing', () => {
    expect(parsed(written(sceneOf([]))).elements).toContain('svg');
    expect(pictureSize(sceneOf([])).width).toBeGreaterThan(0);
  });
  test('holds every node within its edges', () => {
    const scene = sceneOf([node('a', -5000, 200), node('b', 90, -3000, { size: 70 })]);
    const xml = written(scene);
    const [, dx, dy] = /translate\((-?[\d.]+) (-?[\d.]+)\)/.exec(xml)!.map(Number) as [
      number,
      number,
      number,
    ];
    const { width, height } = pictureSize(scene);
    for (const { x, y, size } of scene.nodes) {
      expect(x + dx - size / 2).toBeGreaterThan(0);
      expect(x + dx + size / 2).toBeLessThan(width);
      expect(y + dy - size / 2).toBeGreaterThan(0);
      expect(y + dy + size / 2).toBeLessThan(height);
    }
  });
});
