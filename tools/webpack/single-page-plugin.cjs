'use strict';
const crypto = require('node:crypto');
const { Compilation, WebpackError, sources } = require('webpack');

const NAME = 'SinglePagePlugin';
const SCRIPT = /<script\b[^>]*\ssrc="[^"]*"[^>]*><\/script>/g;

/**
 * Writes a built page once more as one file with its script inside, which opens from disk with no server. The page's
 * policy then names the script by its digest, so nothing else ever runs in it.
 */
class SinglePagePlugin {
  constructor({ page, script, file }) {
    this.options = { page, script, file };
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        if (compilation.errors.length > 0) return;
        const { page, script, file } = this.options;
        const text = (name) => compilation.getAsset(name).source.source().toString();
        const html = text(page);
        if (html.match(SCRIPT)?.length !== 1) {
          compilation.errors.push(new WebpackError(`${page} 应当只有一个脚本，才能合成一个文件。`));
          return;
        }
        compilation.emitAsset(file, new sources.RawSource(inlined(html, text(script))));
      });
    });
  }
}

function inlined(html, script) {
  // Inside a page these would end the script or begin a comment; inside a script's texts they mean the same so written.
  const safe = script.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '<\\!--');
  const digest = crypto.createHash('sha256').update(safe).digest('base64');
  return html
    .replace(SCRIPT, '')
    .replace("script-src 'self'", `script-src 'sha256-${digest}'`)
    .replace('</body>', () => `<script>${safe}</script></body>`);
}

module.exports = { SinglePagePlugin };
