import type { Damage } from './damage';

/** Kinds of damage of the development set. Each makes about four of a hundred characters unreadable. */
export const PAGE_DAMAGES: readonly Damage[] = [
  {
    name: 'small',
    size: [9.5, 11],
    bleed: [0.005, 0.015],
    level: [0.4, 0.5],
    grain: [0, 0],
    lens: [0.3, 0.45],
    black: [0.6, 0.8],
    noise: [0.01, 0.03],
    jpeg: [45, 65],
  },
  {
    name: 'binary',
    size: [12, 14],
    bleed: [0.01, 0.02],
    level: [0.42, 0.55],
    grain: [0, 0.05],
    lens: [0.3, 0.5],
    black: [1, 1],
    noise: [0.03, 0.06],
    binary: [0.3, 0.42],
  },
  {
    name: 'spread',
    size: [12.5, 14.5],
    bleed: [0.02, 0.035],
    level: [0.25, 0.4],
    grain: [0.05, 0.1],
    lens: [0.5, 0.8],
    black: [0.7, 0.9],
    noise: [0.03, 0.05],
    jpeg: [45, 70],
  },
];

/** Kinds of damage by which the channel is measured, from what is read without a fault to what hardly can be read. */
export const CHANNEL_DAMAGES: readonly Damage[] = [
  {
    name: 'faint',
    size: [8.5, 13],
    bleed: [0.003, 0.02],
    level: [0.35, 0.55],
    grain: [0, 0.03],
    lens: [0.25, 0.6],
    black: [0.5, 0.9],
    noise: [0.01, 0.04],
    jpeg: [35, 80],
  },
  {
    name: 'bitonal',
    size: [11, 17],
    bleed: [0.005, 0.025],
    level: [0.35, 0.6],
    grain: [0, 0.08],
    lens: [0.25, 0.55],
    black: [1, 1],
    noise: [0.02, 0.08],
    binary: [0.27, 0.46],
  },
  {
    name: 'ink',
    size: [10, 16],
    bleed: [0.015, 0.045],
    level: [0.2, 0.45],
    grain: [0.02, 0.13],
    lens: [0.4, 0.9],
    black: [0.6, 1],
    noise: [0.02, 0.06],
    jpeg: [35, 80],
  },
];
