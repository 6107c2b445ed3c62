import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleChunks } from './chunks.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist/`;

const { chunks } = await bundleChunks({ root, entryPoints: ['src/main.ts'], plugins: [], define: {} });
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
for (const [name, text] of chunks) writeFileSync(dist + name, text);
writeFileSync(`${dist}kartei.cjs`, launcher(chunks), { mode: 0o755 });

function launcher(files) {
  const text = readFileSync(`${root}.build/launcher.cjs`, 'utf8');
  const build = createHash('sha1').update(text);
  for (const [name, chunk] of [...files].sort()) build.update(`${name}\0${chunk}\0`);
  const commands = readdirSync(`${root}src`, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.parentPath.endsWith('/commands') && entry.name.endsWith('.ts'))
    .map((entry) => entry.name.slice(0, -'.ts'.length));
  return text.replace('%BUILD%', build.digest('hex').slice(0, 16)).replace('%COMMANDS%', commands.join(' '));
}
