import bash from 'highlight.js/lib/languages/bash';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import ini from 'highlight.js/lib/languages/ini';
import json from 'highlight.js/lib/languages/json';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

/** The highlighter with the few languages of decks. Imported at once so that the build leaves all others out. */
export const lowlight = createLowlight({ bash, yaml, dockerfile, ini, json });
