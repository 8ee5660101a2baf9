import { describe, expect, it, vi } from 'vitest';
import { Checkbox } from '../../../components/ui/Checkbox.tsx';
import { NumberField } from '../../../components/ui/NumberField.tsx';
import { SelectField } from '../../../components/ui/SelectField.tsx';
import { TextArea } from '../../../components/ui/TextArea.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { byLabel, choose, descriptionOf, draw, leave, one, type, wordsOf } from './draw.ts';

const nothing = (): void => undefined;

describe('a field', () => {
  it('U2 is described by its hint and its error, in that order', () => {
    const place = draw(<TextField label="Courriel" hint="Pour le lien." error="Il manque le @." value="x" onInput={nothing} />);
    const input = byLabel(place, 'Courriel');
    expect(descriptionOf(input)).toBe('Pour le lien. | Il manque le @.');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('U2 says nothing is wrong when nothing is', () => {
    const place = draw(<TextField label="Courriel" error={null} value="" onInput={nothing} />);
    const input = byLabel(place, 'Courriel');
    expect(input.hasAttribute('aria-invalid')).toBe(false);
    expect(input.hasAttribute('aria-describedby')).toBe(false);
  });

  it('U2 keeps the place of its error in the tree, so that an error that appears is said', () => {
    const field = (error: string | null) => <TextField label="Nom" error={error} value="" onInput={nothing} />;
    const place = draw(field(null));
    const region = one(place, '[aria-live=polite]');
    expect(wordsOf(region)).toBe('');
    place.redraw(field('Il manque le nom.'));
    expect(one(place, '[aria-live=polite]')).toBe(region);
    expect(wordsOf(region)).toBe('Il manque le nom.');
  });

  it('hands back what is typed, and tells when it is left', () => {
    const onInput = vi.fn();
    const onBlur = vi.fn();
    const place = draw(<TextField label="Nom" value="" onInput={onInput} onBlur={onBlur} />);
    type(byLabel(place, 'Nom'), 'Congrès');
    leave(byLabel(place, 'Nom'));
    expect(onInput).toHaveBeenCalledExactlyOnceWith('Congrès');
    expect(onBlur).toHaveBeenCalledOnce();
  });

  it('shows a note after its label, as part of its name', () => {
    const place = draw(<TextField label="Capacité" note="participants" value="" onInput={nothing} />);
    expect(byLabel(place, 'Capacité (participants)')).toBeInstanceOf(HTMLInputElement);
  });

  it('takes an id, so that a summary of errors can point at it', () => {
    const place = draw(<TextField id="fact-name" label="Nom" value="" onInput={nothing} />);
    expect(one(place, '#fact-name').tagName).toBe('INPUT');
  });
});

describe('a field for a number', () => {
  it('S0-16 keeps « mille » in view, where a browser’s number control would hide it', () => {
    const place = draw(<NumberField label="Participants" value="mille" onInput={nothing} />);
    const input = byLabel(place, 'Participants');
    expect([input.type, input.inputMode, input.value]).toEqual(['text', 'numeric', 'mille']);
  });
});

describe('a text of several lines', () => {
  it('hands back what is typed', () => {
    const onInput = vi.fn();
    const place = draw(<TextArea label="Note" value="" onInput={onInput} error="Trop long." />);
    const area = byLabel<HTMLTextAreaElement>(place, 'Note');
    type(area, 'a\nb');
    expect(onInput).toHaveBeenCalledWith('a\nb');
    expect(descriptionOf(area)).toBe('Trop long.');
  });
});

describe('a choice', () => {
  const choices = [{ value: 'off', label: 'Désactivée' }, { value: 'on', label: 'Activée' }] as const;

  it('hands back one of its choices', () => {
    const onChange = vi.fn();
    const place = draw(<SelectField label="Salle d’attente" value="off" choices={choices} onChange={onChange} />);
    choose(byLabel(place, 'Salle d’attente'), 'on');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('on');
  });

  it('hands back nothing that is not among them', () => {
    const onChange = vi.fn();
    const place = draw(<SelectField label="Salle d’attente" value="off" choices={choices} onChange={onChange} />);
    const select = byLabel<HTMLSelectElement>(place, 'Salle d’attente');
    const forged = document.createElement('option');
    forged.value = 'forged';
    select.append(forged);
    choose(select, 'forged');
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('a box to tick', () => {
  it('is named by its label, described by its hint, and hands back its state', () => {
    const onChange = vi.fn();
    const place = draw(<Checkbox label="Micros fermés" hint="À l’arrivée." checked={false} onChange={onChange} />);
    const box = byLabel(place, 'Micros fermés');
    expect(descriptionOf(box)).toBe('À l’arrivée.');
    box.click();
    expect(onChange).toHaveBeenCalledExactlyOnceWith(true);
  });
});
