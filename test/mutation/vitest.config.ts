import { defineConfig } from 'vitest/config';
import base from '../../vitest.config';

const { projects, ...options } = base.test ?? {};
const unit = projects?.[0];
if (typeof unit !== 'object' || !('test' in unit))
  throw new Error('vitest.config.ts does not begin with the unit tests.');

/** The unit tests alone, because Stryker does not know projects. */
export default defineConfig({ test: { ...options, ...unit.test } });
