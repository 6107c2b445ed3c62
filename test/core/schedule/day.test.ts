import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, startOfDay } from '../../../src/core/schedule/day.ts';

const at = (text: string) => Date.parse(text);

test('03:59 local time belongs to the day before, 04:00 to the new one', () => {
  expect(dayOf(at('2026-11-21T03:59:59.999+01:00'), 60, 4)).toBe('2026-11-20');
  expect(dayOf(at('2026-11-21T04:00:00+01:00'), 60, 4)).toBe('2026-11-21');
});

test('a day west of Greenwich is counted in its own time', () => {
  expect(dayOf(at('2026-03-01T04:00:00-08:00'), -480, 4)).toBe('2026-03-01');
  expect(dayOf(at('2026-03-01T03:59:00-08:00'), -480, 4)).toBe('2026-02-28');
});

test('days are those of the calendar, leap days and centuries too', () => {
  const instants = fc.integer({ min: at('1900-01-01T00:00:00Z'), max: at('2400-01-01T00:00:00Z') });
  fc.assert(
    fc.property(instants, (instant) => {
      expect(dayOf(instant, 0, 0)).toBe(new Date(instant).toISOString().slice(0, 10));
    }),
  );
});

test('the start of a day is its first instant', () => {
  const instants = fc.integer({ min: 0, max: at('2100-01-01T00:00:00Z') });
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: -720, max: 840 }),
      fc.integer({ min: 0, max: 23 }),
      (t, tz, h) => {
        const day = dayOf(t, tz, h);
        const start = startOfDay(day, tz, h);
        expect(start).toBeLessThanOrEqual(t);
        expect(dayOf(start, tz, h)).toBe(day);
        expect(dayOf(start - 1, tz, h)).toBe(addDays(day, -1));
      },
    ),
  );
});

test('adding days crosses months and years', () => {
  expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2026-11-21', '2027-03-01')).toBe(100);
});
