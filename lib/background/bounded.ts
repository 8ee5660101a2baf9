/** Reading what a server sends, never more than a bound: a server may answer 10 MB, or never end. */

/** @param maximum in bytes @throws {RangeError} when there is more */
export async function readBounded(response: Response, maximum: number): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > maximum) throw new RangeError('The answer is too large.');
  if (response.body === null) return '';
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > maximum) {
      await reader.cancel();
      throw new RangeError('The answer is too large.');
    }
    text += decoder.decode(value, { stream: true });
  }
}
