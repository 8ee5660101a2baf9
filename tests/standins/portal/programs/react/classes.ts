/** Class names of this load: the server gave each of ours a random one. */
interface Boot {
  classes: Record<string, string>;
}

const boot = JSON.parse(document.getElementById('etat')?.textContent ?? '{"classes":{}}') as Boot;

/** @param names ours, separated by spaces; a falsy part is left out */
export const cls = (...names: (string | false | null | undefined)[]): string =>
  names.flatMap((one) => (one ? one.split(' ') : [])).map((one) => boot.classes[one] ?? one).join(' ');
