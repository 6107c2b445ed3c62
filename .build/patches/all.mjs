import { inkPatches } from './ink.mjs';
import { segmenterPatches } from './segmenter.mjs';
import { storagePatches } from './storage.mjs';
import { stringWidthPatches } from './string-width.mjs';
import { yogaPatches } from './yoga.mjs';

export const allPatches = [
  ...yogaPatches,
  ...segmenterPatches,
  ...stringWidthPatches,
  ...inkPatches,
  ...storagePatches,
];
