/** Counts on a geometric scale of at most `size` levels; a level stands for the geometric mean of its members. */
export function quantised(
  counts: Uint32Array,
  size: number,
): { readonly codes: Uint8Array; readonly levels: readonly number[] } {
  let least = Infinity;
  let most = 1;
  for (const counted of counts) {
    const count = Math.max(1, counted);
    if (count < least) least = count;
    if (count > most) most = count;
  }
  const codes = new Uint8Array(counts.length);
  const sums = new Float64Array(size);
  const members = new Uint32Array(size);
  const exact = Math.min(6, size >> 2);
  const step = Math.log((most + 1) / (least + exact)) / (size - exact);
  for (const [index, counted] of counts.entries()) {
    const count = Math.max(1, counted);
    const code =
      count < least + exact
        ? count - least
        : Math.min(size - 1, exact + Math.floor(Math.log(count / (least + exact)) / step));
    codes[index] = code;
    sums[code] = (sums[code] ?? 0) + Math.log(count);
    members[code] = (members[code] ?? 0) + 1;
  }
  const levels = Array.from(sums, (sum, code) => {
    const seen = members[code] ?? 0;
    return seen === 0 ? 0 : Math.round(Math.exp(sum / seen) * 100) / 100;
  });
  return { codes, levels };
}
