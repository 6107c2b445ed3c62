import { second } from '../core/schedule/time.ts';
import { runScript } from './run-script.ts';
import { shellPrelude } from './run-transcript.ts';
import { type Limits, type Sandbox, type SandboxKind, sandboxKinds } from './sandbox.ts';
import { bwrapWords, unshareWords } from './sandbox-words.ts';

/** `nobody` of every Linux: commands of a deck never run as root. */
const nobody = 65534;
const patience: Limits = { time: 5 * second, output: 1024 };

/** The first of some ways to shut commands off that works here; `none` where no other does. */
export async function findSandbox(kinds: readonly SandboxKind[] = sandboxKinds): Promise<Sandbox> {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  const user = uid === 0 ? nobody : undefined;
  const candidates: readonly Sandbox[] = [
    { kind: 'bwrap', words: bwrapWords(true), user },
    { kind: 'bwrap', words: bwrapWords(false), user },
    { kind: 'unshare', words: unshareWords(user ?? uid, user ?? gid), user },
  ];
  for (const sandbox of candidates)
    if (kinds.includes(sandbox.kind) && (await works(sandbox))) return sandbox;
  return { kind: 'none', words: ['sh', '-c'], user };
}

/** A sandbox that only seems to be one is none: network, rights and files are tried. */
async function works(sandbox: Sandbox): Promise<boolean> {
  const script = `${shellPrelude(sandbox)}
[ "$(id -u)" != 0 ] && [ "$PWD" = "$HOME" ] && [ -z "$(ls -A)" ] && : >file && : >/dev/null &&
[ "$(wc -l </proc/net/route)" -le 1 ] &&
! (: >/kartei-was-here) 2>/dev/null && ! (: >/etc/kartei-was-here) 2>/dev/null &&
[ ! -e /home ] && [ ! -e /root ] && true | echo sound`;
  try {
    return (await runScript(script, sandbox, patience)).output === 'sound\n';
  } catch {
    // What cannot even be started shuts nothing off.
    return false;
  }
}
