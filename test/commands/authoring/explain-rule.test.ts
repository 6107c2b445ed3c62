import { describe, expect, it } from 'vitest';
import { allRules } from '../../../src/commands/authoring/lint-paths.ts';
import { rulePages } from '../../../src/terminal/messages/rule-pages.ts';
import { runCommand } from '../../support/run-command.ts';

describe('kartei lint --explain', () => {
  const explain = (rule: string, lang: 'en' | 'de' = 'en') =>
    runCommand(['lint', '--explain', rule], { cwd: '/', lang });

  it('has a page for every rule in both languages, 80 columns wide', async () => {
    for (const rule of Object.keys(allRules)) {
      for (const lang of ['en', 'de'] as const) {
        const { code, out } = await explain(rule, lang);
        expect(code).toBe(0);
        expect(out.startsWith(`${rule} (`)).toBe(true);
        expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
      }
    }
  });

  it('has no page without a rule', () => {
    expect(Object.keys(rulePages).sort()).toEqual(Object.keys(allRules).sort());
  });

  it('lists the rules, and knows what was nearly meant', async () => {
    expect((await explain('all')).out).toMatch(/^fence-open +error$/mu);
    const { code, err } = await explain('fence-opne');
    expect(code).toBe(2);
    expect(err).toContain('fence-open');
  });

  it('says in the page of a warning how to switch it off', async () => {
    expect((await explain('line-length', 'de')).out).toContain('lint: [line-length]');
    expect((await explain('encoding')).out).toContain('cannot be switched off');
  });
});
