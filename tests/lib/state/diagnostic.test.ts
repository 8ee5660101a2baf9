import { describe, expect, it, vi } from 'vitest';
import { diagnosticText } from '../../../lib/state/diagnostic.ts';
import { startWorkerHealth } from '../../../lib/state/worker-health.ts';
import { booking, entry, NOW, ofLedger, portalReading, settings, sources } from '../samples.ts';

const full = {
  ...sources({
    readings: { iris: portalReading([booking({ title: '<script>alert(1)</script>' })], { state: 'signedOut' }) },
    ledger: { bookings: [ofLedger()], complete: true, at: NOW - 600_000, checked: NOW, problem: 'unreachable' as const },
    outbox: { version: 1 as const, entries: [entry({ problem: { code: 'unreachable', detail: null, at: NOW } }), entry({ state: 'refused' })], damaged: [{}] },
  }),
  version: '1.2.3',
  browser: 'Chrome/156',
  health: { iris: { form: { page: 'form' as const, anchors: [], failures: [{ feature: 'facts', anchor: 'title' }], at: NOW } } },
  key: { id: 'p-123', added: NOW, kind: 'v1a' as const },
  clockOffset: -3_600_000,
  worker: 'alive' as const,
  permissions: { iris: true, notifications: false },
};

describe('U26 the diagnostic', () => {
  it('says versions, states, anchors and ages', () => {
    expect(diagnosticText(full).split('\n').slice(0, 9)).toEqual([
      'Passerelle 1.2.3, settings 1, role approver, language fr',
      'browser: Chrome/156',
      'worker: alive',
      'portal iris: www.irisreservation.ca, on, permission given, list found by itself',
      '  reading: signedOut, tried 0 min ago, understood 0 min ago, whole, 1 bookings',
      '  anchors missed: facts/title',
      'companion: address set, key v1a, answered 10 min ago, asked 0 min ago, unreachable',
      'clock: 60 min ahead',
      'outbox: 1 waiting(unreachable), 1 refused, 1 damaged',
    ]);
  });

  it('says what is switched off, and what there is none of', () => {
    const ends = (change: Parameters<typeof settings>[0]) => diagnosticText({ ...full, ledger: { ...full.ledger, problem: null }, settings: settings(change) }).split('\n').filter((line) => /^(?:companion|services|features off):/u.test(line));
    expect(ends({ cards: [], disabledFeatures: ['usage-panel', 'tour'] })).toEqual(['companion: address set, key v1a, answered 10 min ago, asked 0 min ago, no problem', 'services: -', 'features off: usage-panel, tour']);
    expect(ends({}).at(-1)).toBe('features off: -');
  });

  it('names nobody, no booking and no key', () => {
    expect(diagnosticText({ ...full, settings: settings() })).not.toMatch(/Pelletier|Gagnon|exemple\.test|105163|vaccination|script|p-123/u);
  });
});

describe('U17 the worker’s health', () => {
  const watch = (ping: () => Promise<{ alive: true; version: string }>) => startWorkerHealth({ ping, version: '1.2.3', isVisible: () => true, every: () => () => undefined });
  const settled = () => new Promise<void>((resolve) => void setTimeout(resolve));

  it('is alive once it answers, and another version once it was updated', async () => {
    const health = watch(() => Promise.resolve({ alive: true, version: '1.2.3' }));
    expect(health.state.value).toBe('unknown');
    await settled();
    expect(health.state.value).toBe('alive');
    const updated = watch(() => Promise.resolve({ alive: true, version: '1.3.0' }));
    await settled();
    expect(updated.state.value).toBe('updated');
  });

  it('is silent after two silences, not after one, and alive again with an answer', async () => {
    const ping = vi.fn<() => Promise<{ alive: true; version: string }>>().mockRejectedValueOnce(new Error('silence'));
    const health = watch(ping);
    await settled();
    expect(health.state.value).toBe('unknown');
    ping.mockRejectedValueOnce(new Error('silence'));
    await health.look();
    expect(health.state.value).toBe('silent');
    ping.mockResolvedValueOnce({ alive: true, version: '1.2.3' });
    await health.look();
    expect(health.state.value).toBe('alive');
  });

  it('is asked again while the page is looked at, soon after a first silence, and no more once it is stopped', async () => {
    const runs: { milliseconds: number; run: () => void }[] = [];
    let isVisible = true;
    let stopped = 0;
    const ping = vi.fn<() => Promise<{ alive: true; version: string }>>(() => Promise.reject(new Error('silence')));
    const every = (milliseconds: number, run: () => void) => {
      runs.push({ milliseconds, run });
      return () => void (stopped += 1);
    };
    const health = startWorkerHealth({ ping, version: '1.2.3', isVisible: () => isVisible, every });
    await settled();
    const [slow, soon] = runs;
    soon?.run();
    await settled();
    expect([ping.mock.calls.length, health.state.value]).toEqual([2, 'silent']);
    soon?.run();
    isVisible = false;
    slow?.run();
    expect(ping).toHaveBeenCalledTimes(2);
    isVisible = true;
    slow?.run();
    expect(ping).toHaveBeenCalledTimes(3);
    health.stop();
    expect(stopped).toBe(2);
  });
});
