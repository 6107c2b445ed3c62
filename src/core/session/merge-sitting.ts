import { isClosed, itemRecord, type SittingRecord } from '../exam/collect-sittings.ts';
import { draftFor } from './open-sitting.ts';
import type { Sitting, SittingItem } from './sitting.ts';
import { storeDraft } from './stored-draft.ts';

/**
 * The sitting with all that is on disk of it: another window, or another machine, may have answered, marked or handed
 * in. An answer in the making here stays; all others are as they are on disk, so that nothing old is written over
 * them.
 */
export function mergeSitting(sitting: Sitting, record: SittingRecord): Sitting {
  const items = sitting.items.map((item, i) => mergeItem(item, record, i));
  const merged = { ...sitting, items };
  if (!isClosed(record)) return merged;
  const { why, points } = record.handIn;
  return { ...merged, notice: undefined, phase: { phase: 'handed-in', why, points } };
}

function mergeItem(item: SittingItem, record: SittingRecord, index: number): SittingItem {
  const { answer, marked, spent } = itemRecord(record, index);
  const merged = { ...item, marked, saved: answer, spent };
  const { question, draft, saved } = item;
  const isElsewhere = JSON.stringify(answer) !== JSON.stringify(saved);
  if (question === undefined || !isElsewhere) return merged;
  const isTouched = JSON.stringify(storeDraft(draft, question.order)) !== JSON.stringify(saved);
  return isTouched ? merged : { ...merged, draft: draftFor(question, answer) };
}
