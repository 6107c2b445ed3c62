import { second } from '../core/schedule/time.ts';
import { runScript } from './run-script.ts';
import type { Sandbox } from './sandbox.ts';

/** Which of some tools a shell in the sandbox does not find. Names hold letters, digits and `._+/-` only. */
export async function findMissingTools(
  tools: readonly string[],
  sandbox: Sandbox,
): Promise<ReadonlySet<string>> {
  const names = tools.filter((tool) => /^[\w.+/-]+$/u.test(tool));
  const script = `for tool in ${names.join(' ')}; do command -v "$tool" >/dev/null 2>&1 || echo "$tool"; done`;
  if (names.length === 0) return new Set();
  const { output } = await runScript(script, sandbox, { time: 30 * second, output: script.length });
  return new Set(output.split('\n').filter((tool) => tool !== ''));
}
