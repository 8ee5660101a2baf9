import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import type { CheckOutcome } from '../../../components/options/context.ts';
import { button, byLabel, descriptionOf, one, press, type, wordsOf } from '../ui/draw.ts';
import { NOW, openOptions, type OpenOptions } from './open.tsx';

const KEY = 'marc:whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3';

async function pressAndWait(options: OpenOptions, words: string): Promise<void> {
  press(button(options.place, words));
  await options.settle();
  await act(() => Promise.resolve());
}

const codes = ['noAddress', 'noKey', 'keyMalformed', 'unreachable', 'notCompanion', 'keyUnknown', 'keyRevoked', 'clock', 'refused', 'silent'] as const;

describe('« Vérifier »', () => {
  it('says whose key it is and in which role', async () => {
    const options = openOptions('#companion');
    await pressAndWait(options, 'Vérifier');
    expect(wordsOf(one(options.place, '[role=status].pa-notice'))).toBe('Tout fonctionneLe compagnon répond. Cette clé est celle de Marc Pelletier, rôle : Approbateur du CCT.');
  });

  it('says what is wrong, in its own words for each reason', async () => {
    const said = new Set<string>();
    for (const code of codes) {
      const options = openOptions('#companion');
      options.actions.verify.mockResolvedValue({ ok: false, code } as CheckOutcome);
      await pressAndWait(options, 'Vérifier');
      said.add(wordsOf(one(options.place, '[role=alert].pa-notice')));
    }
    expect(said.size).toBe(codes.length);
  });

  it('asks with the address that stands in the field, not the one before', async () => {
    const options = openOptions('#companion', { companion: { address: 'https://ancien.exemple.ca' } });
    let asked: string | null = null;
    options.actions.verify.mockImplementation(() => {
      asked = options.stored.value?.companion.address ?? null;
      return Promise.resolve({ ok: false, code: 'unreachable' });
    });
    type(byLabel(options.place, 'Adresse du compagnon'), 'nouveau.exemple.ca');
    await pressAndWait(options, 'Vérifier');
    expect(asked).toBe('https://nouveau.exemple.ca');
  });

  it('shows only the last finding', async () => {
    const options = openOptions('#companion');
    options.actions.verify.mockResolvedValue({ ok: false, code: 'noKey' });
    await pressAndWait(options, 'Vérifier');
    type(byLabel(options.place, 'Clé à coller'), KEY);
    await pressAndWait(options, 'Enregistrer la clé');
    expect(wordsOf(options.place)).not.toContain('Il manque votre clé');
  });

  it('refuses an address that would not protect the exchange', () => {
    const { place } = openOptions('#companion');
    const address = byLabel(place, 'Adresse du compagnon');
    type(address, 'http://compagnon.exemple.ca');
    expect(descriptionOf(address)).toContain('doit commencer par https://');
  });
});

describe('the key', () => {
  it('S0-27 is written only: it leaves the field once kept, and only its name is shown', async () => {
    const options = openOptions('#companion');
    options.actions.saveKey.mockImplementation(() => {
      options.keyInfo.value = { id: 'marc', added: NOW, kind: 'v1' };
      return Promise.resolve({ ok: true, code: 'ok', name: 'Marc', role: 'approver' });
    });
    const field = byLabel(options.place, 'Clé à coller');
    expect(field.type).toBe('password');
    type(field, `  ${KEY}\n`);
    await pressAndWait(options, 'Enregistrer la clé');
    expect(options.actions.saveKey).toHaveBeenCalledExactlyOnceWith(KEY);
    expect(byLabel(options.place, 'Clé à coller').value).toBe('');
    expect(wordsOf(options.place)).toContain('Clé « marc » enregistrée à 09 h 00');
    expect(new XMLSerializer().serializeToString(options.place)).not.toContain('MDEyMzQ1');
    expect(JSON.stringify(options.stored.value)).not.toContain('whsec_');
  });

  it.each(['marc', 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3', 'marc:whsec_court', `${KEY} ${KEY}`])('is refused when it has not the shape of a key: %s', async (text) => {
    const options = openOptions('#companion');
    type(byLabel(options.place, 'Clé à coller'), text);
    await pressAndWait(options, 'Enregistrer la clé');
    expect(options.actions.saveKey).not.toHaveBeenCalled();
    expect(descriptionOf(byLabel(options.place, 'Clé à coller'))).toContain('NOM:whsec_…');
  });

  it('stays in its field when the worker did not take it', async () => {
    const options = openOptions('#companion');
    options.actions.saveKey.mockResolvedValue({ ok: false, code: 'silent' });
    type(byLabel(options.place, 'Clé à coller'), KEY);
    await pressAndWait(options, 'Enregistrer la clé');
    expect(byLabel(options.place, 'Clé à coller').value).toBe(KEY);
  });

  it('can be forgotten, and says what that does not do', async () => {
    const options = openOptions('#companion');
    await act(() => {
      options.keyInfo.value = { id: 'marc', added: NOW, kind: 'v1' };
    });
    await pressAndWait(options, 'Oublier la clé');
    expect(options.actions.forgetKey).toHaveBeenCalledOnce();
    expect(wordsOf(options.place)).toContain('demandez à l’administrateur de la révoquer');
  });
});
