import { version } from '../package.json';

/** The program: argv to exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv[0] === '--version') process.stdout.write(`${version}\n`);
  return 0;
}
