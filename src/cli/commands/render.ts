// `clew render`: a picture of the case under the lens, as SVG, PNG or PDF.
import { extname } from 'node:path';
import { LAYOUTS } from '../../layouts/index.ts';
import { optionsFrom, PICTURE_SETTINGS, type PictureOptions } from '../../pictures/options.ts';
import { writePdf } from '../../pictures/pdf.ts';
import { writePng } from '../../pictures/png.ts';
import { writeSvg } from '../../pictures/svg.ts';
import type { Scene } from '../../view/scene.ts';
import { sceneAsked } from '../composing.ts';
import type { Command } from '../command.ts';
import { Ending, EXIT } from '../exit.ts';
import { saveOutput, STANDARD } from '../files.ts';
import { settingOptions, settingValues } from '../flags.ts';
import { loadFonts } from '../fonts.ts';
import { LENS_OPTIONS } from '../lensFlags.ts';
import { openCase } from '../opening.ts';
import { layoutOptions, PLACING_OPTIONS } from '../placing.ts';
import { rasterise } from '../rasterising.ts';
import { inline, printJson } from '../terminal.ts';

const KINDS = ['svg', 'png', 'pdf'] as const;
type Kind = (typeof KINDS)[number];

const layouts = LAYOUTS.map(({ id, says }) => `${id} (${says})`).join('; ');

export const render = {
  name: 'render',
  summary: 'draws a picture, with its legend and its sources, as SVG, PNG or PDF',
  usage: 'FILE -o OUT.svg|OUT.png|OUT.pdf [--layout LAYOUT]',
  takes: [1, 1],
  options: {
    out: {
      type: 'string',
      short: 'o',
      value: 'OUT',
      says: 'where to write; what it ends in says whether SVG, PNG or PDF',
    },
    to: { type: 'string', value: 'KIND', says: 'svg, png or pdf, where OUT does not say' },
    ...PLACING_OPTIONS,
    layout: { type: 'string', value: 'LAYOUT', says: `how to place the nodes: ${layouts}` },
    ...settingOptions(PICTURE_SETTINGS),
    ...LENS_OPTIONS,
  },
  furtherOptions: layoutOptions,
  examples: [
    'render graph-data/spector -o spector.svg',
    'render graph-data/spector -o spector.png --layout concentric --theme dark --scale 3',
    'render graph-data/spector -o spector.pdf',
    'render graph-data/spector --to svg --stance affirmed > affirmed.svg',
  ],
  async run(given, terminal) {
    const output = given.text('out') ?? STANDARD;
    const kind = kindOf(given.text('to') ?? extname(output).slice(1));
    const options = optionsFrom(settingValues(PICTURE_SETTINGS, given));
    const scene = await sceneAsked(await openCase(given.names[0]!, terminal), given, terminal);
    await saveOutput(
      output,
      await pieces(kind, scene, options),
      terminal,
      kind === 'svg' ? 'text' : 'binary',
    );
    if (given.flag('json') && output !== STANDARD) {
      await printJson(terminal, { output, kind, nodes: scene.nodes.length, edges: scene.edges.length });
    }
    return EXIT.ok;
  },
} satisfies Command;

function kindOf(text: string): Kind {
  const kind = KINDS.find((one) => one === text.toLowerCase());
  if (kind) return kind;
  throw new Ending(
    EXIT.usage,
    `render: "${inline(text)}" is no kind of picture; end OUT in .svg, .png or .pdf, or give --to.`,
  );
}

async function pieces(kind: Kind, scene: Scene, options: PictureOptions): Promise<Iterable<Uint8Array>> {
  if (kind === 'png') return [await writePng(scene, options, rasterise)];
  if (kind === 'pdf') return [await writePdf(scene, options, await loadFonts())];
  return [new TextEncoder().encode([...writeSvg(scene, options)].join(''))];
}
