import type { designated, Establishment } from '../../../lib/domain/roster.ts';
import type { infer as Infer } from 'zod/mini';
import { Button } from '../../ui/Button.tsx';
import { BoundField, formatText } from '../BoundField.tsx';
import { useOptions } from '../context.ts';
import { changeEstablishment } from '../edits.ts';
import { Group } from '../Group.tsx';
import { optional, readEmail, readLine, refuse, type Reader } from '../readers.ts';

type Designated = Infer<typeof designated>;

const nobody = (name: string): Designated => ({ name, email: null, phone: null, irisCode: null, position: null });

/** Without a name there is nobody for the other facts to be about. */
const ofPerson =
  (person: Designated | null, read: Reader<string>): Reader<string | null> =>
  (text) =>
    person === null && text.trim() !== '' ? refuse('personFirst') : optional(read)(text);

/** The person designated by an establishment, or the one who stands in (S0-05, S0-08). */
export function DesignatedGroup({ establishment, who, path: base }: { establishment: Establishment; who: 'representative' | 'substitute'; path: string }) {
  const { model, t } = useOptions();
  const { id } = establishment;
  const person = establishment[who];
  const path = `${base}${who}.`;
  const set = (next: (current: Designated | null) => Designated | null) => changeEstablishment(id, (current) => ({ ...current, [who]: next(current[who]) }));
  const change = (part: Partial<Designated>) => model.change(set((current) => (current === null ? null : { ...current, ...part })));
  const remove = (gone: Designated) => {
    model.dropDrafts(path);
    model.changeUndoably(set(() => null), { sentence: t('personRemoved', { name: gone.name }), undo: set(() => gone) });
  };
  const readName: Reader<string | null> = (text) => (text.trim() !== '' ? readLine(200)(text) : person === null ? { ok: true, value: null } : refuse('personName'));
  return (
    <Group
      title={t(`field_${who}`)}
      tools={
        person !== null && (
          <Button size="small" onClick={() => remove(person)}>
            {t('removePerson')}
          </Button>
        )
      }
    >
      <div class="pa-pair">
        <BoundField
          path={`${path}name`} label={t('field_name')} value={person?.name ?? null} format={formatText} read={readName}
          store={(name) => model.change(set((current) => (name === null ? null : { ...(current ?? nobody(name)), name })))}
        />
        <BoundField path={`${path}position`} label={t('field_position')} note={t('optional')} value={person?.position ?? null} format={formatText} read={ofPerson(person, readLine(200))} store={(position) => change({ position })} />
        <BoundField path={`${path}email`} kind="email" label={t('field_email')} note={t('optional')} value={person?.email ?? null} format={formatText} read={ofPerson(person, readEmail)} store={(email) => change({ email })} />
        <BoundField path={`${path}phone`} kind="tel" label={t('field_phone')} note={t('optional')} value={person?.phone ?? null} format={formatText} read={ofPerson(person, readLine(40))} store={(phone) => change({ phone })} />
        <BoundField path={`${path}irisCode`} label={t('field_irisCode')} note={t('optional')} value={person?.irisCode ?? null} format={formatText} read={ofPerson(person, readLine(64))} store={(irisCode) => change({ irisCode })} />
      </div>
    </Group>
  );
}
