import { describe, expect, it } from 'vitest';
import { accessLetter, checkAccess, type AccessFields } from '../../../lib/domain/access-request.ts';

const right: AccessFields = { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test', phone: '418 555-0199', irisCode: '', establishment: 'CISSS des Îles' };

describe('« Demander un accès »', () => {
  it('S0-08 asks for the name, the e-mail and the phone', () => {
    expect(checkAccess(right)).toEqual({});
    expect(checkAccess({ ...right, name: ' ', email: '', phone: '' })).toEqual({ name: 'nameMissing', email: 'emailMissing', phone: 'phoneOrCode' });
  });

  it('S0-09 takes the IRIS user code instead of the phone', () => {
    expect(checkAccess({ ...right, phone: '', irisCode: 'jgagnon' })).toEqual({});
    expect(checkAccess({ ...right, phone: ' ', irisCode: 'jgagnon' })).toEqual({});
  });

  it.each(['555', 'quatre-un-huit', '418 555-0199 <script>'])('refuses %s as a phone number', (phone) => {
    expect(checkAccess({ ...right, phone })).toEqual({ phone: 'phoneWrong' });
  });

  it.each(['418 555-0199 poste 12', '+1 (418) 555-0199', '418.555.0199 ext. 4', ' +1 418 555-0199 poste 12\t'])('takes %s as a phone number', (phone) => {
    expect(checkAccess({ ...right, phone })).toEqual({});
  });

  it('refuses what is too long or hides a control character', () => {
    expect(checkAccess({ ...right, name: 'é'.repeat(201), irisCode: 'a\u0007b' })).toEqual({ name: 'tooLong', irisCode: 'tooLong' });
    expect([checkAccess({ ...right, irisCode: 'x'.repeat(64) }), checkAccess({ ...right, irisCode: 'x'.repeat(65) })]).toEqual([{}, { irisCode: 'tooLong' }]);
    expect(checkAccess({ ...right, email: 'a@b\nbcc:c@d.test' })).toEqual({ email: 'emailWrong' });
  });

  it('S0-10 writes a letter to the address that the settings name; nothing of its text can add a recipient', () => {
    const address = accessLetter('cct@exemple.test', 'Accès & licence', 'Bonjour,\nNom : X?&cc=autre@exemple.test');
    const url = new URL(address);
    expect(url.pathname).toBe('cct@exemple.test');
    expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(url.searchParams.get('body')).toBe('Bonjour,\r\nNom : X?&cc=autre@exemple.test');
    expect(accessLetter('a@b.test?cc=c@d.test', 's', 'b')).toBe('mailto:a@b.test%3Fcc%3Dc@d.test?subject=s&body=b');
  });

  it('leaves the address out when nobody has set it', () => {
    expect(accessLetter(null, 's', 'b')).toBe('mailto:?subject=s&body=b');
  });
});
