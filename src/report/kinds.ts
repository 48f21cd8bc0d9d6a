// What a fact-check sheet can be written as, what one can choose, and how much a form can carry. Plain data.
import type { Settings } from '../plugin/settings.ts';
import { PAPERS } from './paper.ts';

export const SHEET_KINDS = [
  { id: 'pdf', label: 'PDF', says: 'set on pages, with the map', mime: 'application/pdf' },
  { id: 'html', label: 'HTML', says: 'one file to read and to print, with the map', mime: 'text/html' },
  {
    id: 'xlsx',
    label: 'Excel workbook',
    says: 'each claim a row; sources, disputes and judgements as sheets',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { id: 'csv', label: 'Tables (CSV)', says: 'the same tables in a zip', mime: 'application/zip' },
  { id: 'md', label: 'Markdown', says: 'sources as footnotes', mime: 'text/markdown' },
] as const;
export type SheetKind = (typeof SHEET_KINDS)[number]['id'];

/** So many statements at most: some 2,000 pages of PDF, and what browsers and editors open. Tables take any number. */
export const MOST_STATEMENTS: Readonly<Partial<Record<SheetKind, number>>> = {
  pdf: 20_000,
  html: 100_000,
  md: 100_000,
};

export const SHEET_SETTINGS = {
  map: { type: 'boolean', label: 'With the map', help: 'PDF and HTML', default: true },
  leads: {
    type: 'boolean',
    label: 'With what is still to be checked',
    help: 'open leads as an appendix, apart from the claims',
    default: false,
  },
  paper: {
    type: 'choice',
    label: 'Paper',
    help: 'PDF and HTML',
    default: 'a4',
    choices: Object.entries(PAPERS).map(([id, { label }]) => ({ id, label })),
  },
} satisfies Settings;
