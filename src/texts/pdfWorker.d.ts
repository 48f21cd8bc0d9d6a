// The half of pdf.js that reads files; its package declares no types for it, and none of its names is used by name.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
