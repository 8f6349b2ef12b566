'use strict';

/** Where pages load Office.js from: our own copy by default, or one of Microsoft's addresses. */
const OFFICE_JS = {
  local: 'office-js/',
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/',
};

/** The address that manifest.xml is written with; the build puts another in its place. */
const DEFAULT_HOST = 'https://localhost:3000';

function officeJsAddress(choice = 'local') {
  if (!Object.hasOwn(OFFICE_JS, choice)) {
    throw new Error(`--env officejs=${choice} 无效，可选：${Object.keys(OFFICE_JS).join('、')}。`);
  }
  return OFFICE_JS[choice];
}

/** Checks the address that the add-in is served from; gives it without a closing slash. */
function hostAddress(host = DEFAULT_HOST) {
  const url = URL.canParse(host) ? new URL(host) : undefined;
  if (url?.protocol !== 'https:' || url.search || url.hash) {
    throw new Error(`--env host=${host} 无效：请写以 https:// 开头的网址，例如 https://kaoping.example.cn/yl。`);
  }
  return url.href.replace(/\/+$/, '');
}

/** A text as it stands in an XML or HTML file, also in an attribute. */
function escapeMarkup(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/**
 * What a page may load: its own files and, if chosen, Microsoft's Office.js. Styles may be inline because the
 * components of the pane write them so; nothing may be sent anywhere else.
 */
function contentSecurityPolicy(officeJs) {
  const microsoft = officeJs.startsWith('https:') ? ` ${new URL(officeJs).origin}` : '';
  return [
    "default-src 'self'",
    `script-src 'self'${microsoft}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** What a page may load that needs nothing but its own script: it can neither fetch nor send anything. */
function closedPagePolicy() {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

module.exports = { DEFAULT_HOST, closedPagePolicy, contentSecurityPolicy, escapeMarkup, hostAddress, officeJsAddress };
