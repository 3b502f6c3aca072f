import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { FileEncoder } from '../../format';
import type { CorpusRow } from '../corpusLines';
import { COLUMNS, SCHEMA } from './columns';

/** Code units of lines after which a row group is written, so that memory does not grow with the file. */
const GROUP = 4 << 20;

/** Stands behind the magic number, where readers skip it: only this tells our files from those of other programs by their beginning. */
const MARK = [...'galley'].map((letter) => letter.charCodeAt(0));

/** Makes a Parquet file of lines of JSON, each a `CorpusRow`. */
export function articleTable(): FileEncoder {
  const writer = new ByteWriter();
  const table = new ParquetWriter({ writer, schema: [...SCHEMA], createdBy: 'galley' });
  writer.appendBytes(Uint8Array.from(MARK));
  let rows: CorpusRow[] = [];
  let size = 0;
  const writeGroup = (): void => {
    if (rows.length === 0) return;
    const columnData = COLUMNS.map((name) => ({ name, data: rows.map((row) => row[name]) }));
    // A promise comes only from writers that flush.
    void table.write({ columnData, rowGroupSize: GROUP });
    rows = [];
    size = 0;
  };
  /** What has been written since the last time. */
  const written = (): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(writer.getBuffer());
    writer.index = 0;
    return bytes;
  };
  return {
    add(text) {
      for (const line of text.split('\n')) {
        if (line === '') continue;
        rows.push(JSON.parse(line) as CorpusRow);
        size += line.length;
        if (size >= GROUP) writeGroup();
      }
      return written();
    },
    end() {
      writeGroup();
      void table.finish();
      return written();
    },
  };
}
