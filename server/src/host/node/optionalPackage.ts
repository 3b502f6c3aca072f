import { codeOf, type Problem } from '../problem';

/**
 * Loads a package that is not part of Galley, because few need it. Rejects with what `missing` makes where it is not installed, and
 * with the package's own error where it cannot be loaded.
 */
export async function optionalPackage<Module>(load: () => Promise<Module>, missing: () => Problem): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (!/^(?:ERR_)?MODULE_NOT_FOUND$/.test(codeOf(error))) throw error;
    throw missing();
  }
}
