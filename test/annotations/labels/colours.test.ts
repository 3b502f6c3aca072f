import { expect, test } from 'vitest';
import { DEFAULT_LABELS } from '../../../server/src/annotations/labels/labels';

/** The background of the editor’s own theme of each kind. */
const BACKGROUNDS = { light: '#ffffff', dark: '#1f1f1f', highContrast: '#000000', highContrastLight: '#ffffff' };

/** How colours look to people who lack one kind of cone (G. Machado and others, 2009, severity 1), in linear RGB. */
const SIGHTS = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The least distance of two labels in OKLab, where 0.02 can just be seen; labels of one shape must differ more. */
const LEAST = { anyShape: 0.07, sameShape: 0.12 };

type Kind = keyof typeof BACKGROUNDS;
type Triple = readonly number[];

const KINDS = Object.keys(BACKGROUNDS) as Kind[];

function linear(colour: string): Triple {
  return [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

const product = (matrix: readonly Triple[], vector: Triple): Triple =>
  matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * (vector[at] ?? 0), 0));

function oklab(rgb: Triple): Triple {
  const cones = product(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  );
  return product(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones.map(Math.cbrt),
  );
}

function contrast(one: string, other: string): number {
  const [lesser = 0, greater = 0] = [one, other]
    .map((colour) => product([[0.2126, 0.7152, 0.0722]], linear(colour))[0] ?? 0)
    .sort((a, b) => a - b);
  return (greater + 0.05) / (lesser + 0.05);
}

const labels = DEFAULT_LABELS.labels.map(({ id, shape, colour }) => {
  const { light = '', dark = '', highContrast = dark, highContrastLight = light } = colour ?? {};
  return { id, shape, colours: { light, dark, highContrast, highContrastLight } };
});

test.each(KINDS)('in %s themes labels have a contrast of 3:1 to the background', (kind) => {
  const faint = labels.filter(({ colours }) => contrast(colours[kind], BACKGROUNDS[kind]) < 3);
  expect(faint.map(({ id }) => id)).toEqual([]);
});

test.each(KINDS.flatMap((kind) => Object.entries(SIGHTS).map(([name, sight]) => ({ kind, name, sight }))))(
  'in $kind themes labels can be told apart: $name',
  ({ kind, sight }) => {
    const seen = labels.map(({ id, shape, colours }) => {
      const rgb = product(sight, linear(colours[kind])).map((value) => Math.min(1, Math.max(0, value)));
      return { id, shape, place: oklab(rgb) };
    });
    const alike = seen.flatMap((one, at) =>
      seen.slice(at + 1).flatMap((other) => {
        const distance = Math.hypot(...one.place.map((value, axis) => value - (other.place[axis] ?? 0)));
        const least = one.shape === other.shape ? LEAST.sameShape : LEAST.anyShape;
        return distance < least ? [`${one.id} and ${other.id}: ${distance.toFixed(3)}`] : [];
      }),
    );
    expect(alike).toEqual([]);
  },
);
