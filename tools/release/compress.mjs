// Copies of all texts and programs beside them, compressed as well as can be: a host that looks for
// them (gzip_static, brotli_static) need not compress anything itself.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { files } from "./files.mjs";

const WORTH_IT = /\.(html|js|css|wasm|json|txt|svg|webmanifest)$/;

export function compress(folder) {
  for (const file of files(folder).filter((name) => WORTH_IT.test(name))) {
    const path = join(folder, file);
    const bytes = readFileSync(path);
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: size }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
