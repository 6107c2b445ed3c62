import { inkPatches } from './ink.mjs';
import { markdownPatches } from './markdown.mjs';
import { segmenterPatches } from './segmenter.mjs';
import { storagePatches } from './storage.mjs';
import { stringWidthPatches } from './string-width.mjs';
import { yamlPatches } from './yaml.mjs';
import { yogaPatches } from './yoga.mjs';

export const allPatches = [
  ...yogaPatches,
  ...segmenterPatches,
  ...stringWidthPatches,
  ...inkPatches,
  ...markdownPatches,
  ...storagePatches,
  ...yamlPatches,
];
